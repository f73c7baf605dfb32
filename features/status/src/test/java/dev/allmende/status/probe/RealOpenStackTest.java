package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.api.status.ProbeTargets.Cycle;
import dev.allmende.api.status.ProbeTargets.GuestCheck;
import dev.allmende.api.status.ProbeTargets.Service;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.status.lifecycle.LifeCycles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Probes of the test bed's OpenStack; see testbed/README.md. */
@Tag("real")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealOpenStackTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration SLOW_OVER = Duration.ofMinutes(5);

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Asker asker = new Asker(InstantSource.system(), System::nanoTime);
    private CloudConfig config;
    private CloudLogins logins;
    private LifeCycles lives;

    @BeforeAll
    void raise() {
        var env = System.getenv();
        assertThat(env)
                .as("run testbed/openstack-up and set OS_CLIENT_CONFIG_FILE to its clouds.yaml")
                .containsKey("OS_CLIENT_CONFIG_FILE");
        config = CloudConfigs.read(env, Path.of(System.getProperty("user.home")), Path.of(""))
                .get("testbed");
        logins = new CloudLogins(ClientOptions.standard("test"));
        lives = new LifeCycles(InstantSource.system(), Thread::sleep, new Random(), problems::add);
    }

    @AfterAll
    void level() {
        lives.close();
        logins.close();
    }

    private Question question(Service service) {
        var target = new ProbeTargets.OpenStack(new ObjectReference("testbed"), null, service);
        return new OpenStackQuestion(target, (name, login) -> config, logins);
    }

    private Question question(Cycle cycle) {
        var target = new ProbeTargets.Lifecycle(
                new ObjectReference("testbed"),
                null,
                cycle,
                "tiny",
                "testbed.rng",
                GuestCheck.CONSOLE,
                null,
                cycle == Cycle.NETWORK ? "public" : null,
                null,
                null);
        return new LifecycleQuestion(
                target, Cycles.of(target), "real-" + cycle, LIMIT, (name, login) -> config, logins, lives);
    }

    @Test
    void eachServiceThatTheBedHasAnswersALogin() throws Exception {
        // Heat is not in the bed
        for (var service : EnumSet.complementOf(EnumSet.of(Service.ORCHESTRATION))) {
            var result = asker.ask(question(service), LIMIT, SLOW_OVER);
            assertThat(result.grade()).as("%s: %s", service, result).isEqualTo(Result.Grade.OK);
        }
    }

    @Test
    void whatTheCatalogLacksIsMissed() throws Exception {
        var result = asker.ask(question(Service.ORCHESTRATION), LIMIT, SLOW_OVER);
        assertThat(result.error()).contains(Failing.NOT_FOUND);
    }

    @Test
    void eachLifeCycleComesToItsEndAndLeavesNothing() throws Exception {
        var tasks = new ArrayList<Callable<Result>>();
        for (var cycle : Cycle.values()) {
            tasks.add(() -> asker.ask(question(cycle), LIMIT, SLOW_OVER));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get().grade()).as("%s", result.get()).isEqualTo(Result.Grade.OK);
            }
        }
        assertThat(problems).isEmpty();
    }
}
