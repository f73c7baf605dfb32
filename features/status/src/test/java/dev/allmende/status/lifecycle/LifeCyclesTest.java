package dev.allmende.status.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.volume.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** In a made-up cloud, whose clock moves only while a life waits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeCyclesTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Cycle NETWORK = new NetworkCycle(Optional.empty());
    private static final Cycle SERVER =
            new ServerCycle("Ubuntu 24.04", "SCS-1V-4", new ServerCycle.Console(Optional.of("Linux version")));
    private static final Cycle OBJECT = new ObjectCycle();
    private static final Cycle VOLUME = new VolumeCycle(Optional.empty());

    private final Moved clock = new Moved();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private DevCloud devcloud;
    private Cloud cloud;
    private LifeCycles lives;

    @BeforeAll
    void raise(@TempDir Path folder) throws Exception {
        devcloud = DevCloud.start(Scenario.named("good"), 0, clock);
        var file = folder.resolve("clouds.yaml");
        Files.writeString(file, devcloud.cloudsYaml());
        var config = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), folder, folder)
                .get("devcloud");
        var standard = ClientOptions.standard("test");
        var retry = standard.retry();
        cloud = Clouds.open(
                config,
                standard.withRetry(
                        new ClientOptions.Retry(1, retry.base(), retry.longest(), retry.random(), retry.pause())));
        lives = new LifeCycles(clock, clock::pause, new Random(7), problems::add);
    }

    @AfterEach
    void calm() {
        devcloud.faults().clear();
        problems.clear();
        clock.waits = time -> {};
    }

    @AfterAll
    void level() {
        lives.close();
        cloud.close();
        devcloud.close();
    }

    @Test
    void aNetworkIsMadeStepByStepAndGoneAtTheEnd() throws Exception {
        var walk = new Walk();
        lives.live(cloud, new NetworkCycle(Optional.of("public")), "network", LIMIT, walk);
        assertThat(walk.ended())
                .containsExactly(
                        "catalog",
                        "network",
                        "subnet",
                        "router",
                        "interface",
                        "security-group",
                        "rule",
                        "port",
                        "floating-ip",
                        "delete-floating-ip",
                        "delete-port",
                        "delete-security-group",
                        "delete-router",
                        "delete-subnet",
                        "delete-network");
        assertThat(left("network")).isEmpty();
    }

    @Test
    void aVolumeBecomesAvailableAndIsGoneAtTheEnd() throws Exception {
        var walk = new Walk();
        lives.live(cloud, VOLUME, "volume", LIMIT, walk);
        assertThat(walk.ended()).containsExactly("volume", "available", "delete-volume");
        assertThat(left("volume")).isEmpty();
    }

    @Test
    void aServerIsSeenByWhatItsGuestWrites() throws Exception {
        var walk = new Walk();
        lives.live(cloud, SERVER, "server", LIMIT, walk);
        assertThat(walk.ended()).containsSubsequence("catalog", "port", "server", "active", "console", "delete-server");
        assertThat(left("server")).isEmpty();
    }

    @Test
    void aLoadBalancerIsMadeWithItsPartsAndGoneAtTheEnd() throws Exception {
        var walk = new Walk();
        lives.live(cloud, new BalancerCycle(Optional.empty()), "balancer", LIMIT, walk);
        assertThat(walk.ended())
                .containsSubsequence(
                        "load-balancer",
                        "active",
                        "pool",
                        "pool-active",
                        "listener",
                        "listener-active",
                        "delete-load-balancer",
                        "delete-network");
        assertThat(left("balancer")).isEmpty();
    }

    @Test
    void anObjectIsReadBackAndListedAndGoneAtTheEndWithItsContainer() throws Exception {
        var walk = new Walk();
        lives.live(cloud, OBJECT, "object", LIMIT, walk);
        assertThat(walk.ended())
                .containsExactly("container", "object", "read", "listed", "delete-object", "delete-container");
        assertThat(left("object")).isEmpty();
    }

    @Test
    void anObjectThatReadsOtherwiseIsToldAndRemovedWithItsContainer() throws Exception {
        devcloud.faults()
                .add(new Fault.Status(Fault.Where.path("object-store", "GET", "/object"), 200, 1, 1, Optional.empty()));
        var walk = new Walk();
        assertThatThrownBy(() -> lives.live(cloud, OBJECT, "otherwise", LIMIT, walk))
                .isInstanceOfSatisfying(
                        Setback.class, wrong -> assertThat(wrong.why()).isEqualTo(Setback.Why.WRONG))
                .hasMessageContaining("read otherwise than it was written");
        assertThat(walk.last()).isEqualTo("read");
        lives.settle();
        assertThat(left("otherwise")).isEmpty();
    }

    @Test
    void aContainerOfACrashedRunIsSweptUpWithWhatIsInIt() throws Exception {
        var containers = new Place(cloud).container();
        var longAgo = clock.instant().minus(LIMIT.multipliedBy(3));
        var old = Run.of(Run.probe("crashed"), longAgo, new Random(1));
        containers.put(containers.create(old.name()), "object", new byte[] {1});
        containers.create("somebodys");

        lives.live(cloud, OBJECT, "crashed", LIMIT, new Walk());
        assertThat(left("crashed")).isEmpty();
        assertThat(problems).last().asString().startsWith("swept up").contains("container " + old.name());
        assertThat(containers.find("somebodys")).isPresent();
    }

    @Test
    void theStepThatTheCloudRefusesIsTheLastAndWhatWasMadeIsRemoved() throws Exception {
        devcloud.faults()
                .add(new Fault.Status(
                        Fault.Where.path("network", "POST", "/ports"), 503, Integer.MAX_VALUE, 1, Optional.empty()));
        var walk = new Walk();
        assertThatThrownBy(() -> lives.live(cloud, NETWORK, "refused", LIMIT, walk))
                .isInstanceOf(OpenStackException.class)
                .hasMessageContaining("503");
        assertThat(walk.last()).isEqualTo("port");
        lives.settle();
        assertThat(left("refused")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void aThingThatBreaksIsToldAndRemoved() throws Exception {
        devcloud.faults().add(new Fault.Broken(Fault.Where.thing("volume", "allm-probe")));
        var walk = new Walk();
        assertThatThrownBy(() -> lives.live(cloud, VOLUME, "broken", LIMIT, walk))
                .hasMessageContaining("the volume went to error");
        assertThat(walk.last()).isEqualTo("available");
        lives.settle();
        assertThat(left("broken")).isEmpty();
    }

    @Test
    void oneLostAnswerWhileItWaitsIsForOtherProbesToTell() throws Exception {
        devcloud.faults()
                .add(new Fault.Status(Fault.Where.path("volume", "GET", "/volumes/"), 503, 1, 1, Optional.empty()));
        var walk = new Walk();
        lives.live(cloud, VOLUME, "once", LIMIT, walk);
        assertThat(walk.ended()).hasSize(3);
    }

    @Test
    void whatNeverComesIsLate() throws Exception {
        devcloud.faults().add(new Fault.Stuck(Fault.Where.thing("volume", "allm-probe")));
        assertThatThrownBy(() -> lives.live(cloud, VOLUME, "stuck", LIMIT, new Walk()))
                .isInstanceOfSatisfying(
                        Setback.class, late -> assertThat(late.why()).isEqualTo(Setback.Why.LATE))
                .hasMessage("not within 60 s");
        lives.settle();
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("left behind until it is swept up: volume allm-probe-" + Run.probe("stuck"));
    }

    @Test
    void whatCannotBeRemovedIsSweptUpOnceItCanAndNobodyElseCouldUseIt() throws Exception {
        devcloud.faults()
                .add(new Fault.Status(
                        Fault.Where.path("volume", "DELETE", ""), 503, Integer.MAX_VALUE, 1, Optional.empty()));
        var walk = new Walk();
        assertThatThrownBy(() -> lives.live(cloud, VOLUME, "kept", LIMIT, walk)).isInstanceOf(OpenStackException.class);
        assertThat(walk.last()).isEqualTo("delete-volume");
        lives.settle();
        assertThat(left("kept")).hasSize(1);
        devcloud.faults().clear();

        lives.live(cloud, VOLUME, "kept", LIMIT, new Walk());
        assertThat(left("kept")).as("too young").hasSize(1);
        clock.pause(LIMIT.multipliedBy(2));
        lives.live(cloud, VOLUME, "kept", LIMIT, new Walk());
        assertThat(left("kept")).isEmpty();
        assertThat(problems).last().asString().startsWith("swept up");
    }

    @Test
    void whoIsInterruptedLeavesNothing() throws Exception {
        var main = Thread.currentThread();
        clock.waits = time -> {
            if (Thread.currentThread().equals(main)) {
                throw new InterruptedException();
            }
        };
        var walk = new Walk();
        assertThatThrownBy(() -> lives.live(cloud, VOLUME, "interrupted", LIMIT, walk))
                .isInstanceOf(InterruptedException.class);
        assertThat(walk.last()).isEqualTo("available");
        lives.settle();
        assertThat(left("interrupted")).isEmpty();
    }

    @Test
    void onlyWhatBearsItsOwnMarkAndIsOldIsSweptUp() throws Exception {
        var volumes = new Place(cloud).volume();
        var mine = Run.probe("mine");
        var longAgo = clock.instant().minus(LIMIT.multipliedBy(3));
        var old = Run.of(mine, longAgo, new Random(1));
        var young = Run.of(mine, clock.instant(), new Random(2));
        var others = Run.of(Run.probe("others"), longAgo, new Random(3));
        var copied = Run.of(mine, longAgo, new Random(4));
        for (var run : List.of(old, young, others)) {
            volumes.things().create(volumes.marked(new Volume.Wish().size(1), run));
        }
        volumes.things().create(new Volume.Wish().size(1).name(copied.name()));
        clock.pause(Duration.ofSeconds(1));

        lives.live(cloud, VOLUME, "mine", LIMIT, new Walk());
        assertThat(left("mine")).containsExactlyInAnyOrder(young.name(), copied.name());
        assertThat(left("others")).containsExactly(others.name());
    }

    /** What a probe has in the cloud, by name. */
    private List<String> left(String probe) {
        var place = new Place(cloud);
        var cycles = List.of(NETWORK, VOLUME, new BalancerCycle(Optional.empty()), SERVER, OBJECT);
        return cycles.stream()
                .flatMap(cycle -> cycle.sorts(place).stream())
                .flatMap(sort -> names(sort).stream())
                .filter(name -> name.contains(Run.probe(probe)))
                .distinct()
                .toList();
    }

    private static <T extends Resource> List<String> names(Sort<T> sort) {
        return sort.all().stream()
                .map(thing -> thing.name().isEmpty() ? thing.description() : thing.name())
                .toList();
    }

    /** A clock that moves while somebody waits, and only then. */
    private static final class Moved extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        private LifeCycles.Pause waits = time -> {};

        void pause(Duration time) throws InterruptedException {
            waits.pause(time);
            now.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
