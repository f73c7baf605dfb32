package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeReport;
import dev.allmende.api.status.ProbeReportSpec;
import dev.allmende.api.status.ProbeReportSpec.Grade;
import dev.allmende.api.status.ProbeReportSpec.Round;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Probes at other places, over a real API. */
@ExtendWith(ApiServerExtension.class)
class ProbeAgentTest {

    private static final int TRIES = 1200;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Thread> agents = new ArrayList<>();
    private HttpServer target;

    @BeforeEach
    void open() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        target.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        target.stop(0);
        for (var agent : agents) {
            agent.interrupt();
            agent.join();
        }
    }

    private Thread agent(KubernetesClient kubernetes, String namespace, String place) {
        ProbeAgent agent = new ProbeAgent(
                kubernetes,
                namespace,
                place,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                time -> Thread.sleep(time.toMillis() / 20),
                said::add);
        var thread = Thread.ofVirtual().start(() -> {
            try {
                agent.run();
            } catch (InterruptedException ended) {
                return;
            }
        });
        agents.add(thread);
        return thread;
    }

    private void probe(Stage stage, String name, String places) throws InterruptedException {
        stage.make(Serialization.unmarshal("""
                        spec:
                          http: {url: "http://127.0.0.1:%d/"}
                          intervalSeconds: 1
                          failures: 2
                          successes: 2
                          places: [%s]
                        """.formatted(target.getAddress().getPort(), places), Probe.class), name);
    }

    private static void place(Stage stage, String name) throws InterruptedException {
        var report = new ProbeReport();
        report.setSpec(ProbeReportSpec.empty());
        stage.make(report, name);
    }

    /** What an agent would write. */
    private static void tell(Stage stage, String place, String probe, Grade grade) {
        var now = Instant.now();
        var rounds = IntStream.range(0, 3)
                .mapToObj(i -> new Round(
                        probe, now.minusMillis(300 - i * 100L).toString(), grade, 5, Map.of(), null, "no answer"))
                .toList();
        stage.change(ProbeReport.class, place, old -> {
            old.setSpec(new ProbeReportSpec(now.toString(), rounds));
            return old;
        });
    }

    private static boolean is(Stage stage, String probe, String state) {
        return stage.status.figures().contains("probe=\"%s\",state=\"%s\"} 1".formatted(probe, state));
    }

    private static String ready(Stage stage, String place) {
        var report = stage.kubernetes
                .resources(ProbeReport.class)
                .inNamespace(stage.namespace)
                .withName(place)
                .get();
        return report.getStatus() == null ? "" : report.getStatus().conditions().toString();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (wanted.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not within " + Duration.ofMillis(TRIES * 50L));
    }

    @Test
    void whatAnAgentFindsIsWhatTheProbeFindsAndWithoutItNothingIsKnown(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "agents", InstantSource.system())) {
            stage.make(Stage.page("Cloud"), "page");
            place(stage, "berlin");
            probe(stage, "front", "berlin");
            var agent = agent(kubernetes, "agents", "berlin");
            await(() -> is(stage, "front", "OK"));
            await(() -> ready(stage, "berlin").contains("the agent is heard"));
            assertThat(stage.status.figures()).contains("probe=\"front\",location=\"berlin\"} 1");

            target.stop(0);
            await(() -> is(stage, "front", "Failed"));

            agent.interrupt();
            await(() -> is(stage, "front", "Unknown"));
            assertThat(said).isEmpty();
        }
    }

    @Test
    void onePlaceThatSeesAProblemAloneMakesItAPartialOneAndTheMajorityAFailure(KubernetesClient kubernetes)
            throws Exception {
        try (var stage = new Stage(kubernetes, "quorum", InstantSource.system())) {
            stage.make(Stage.page("Cloud"), "page");
            place(stage, "berlin");
            place(stage, "paris");
            probe(stage, "front", "here, berlin, paris");
            await(() -> {
                tell(stage, "berlin", "front", Grade.FAIL);
                tell(stage, "paris", "front", Grade.OK);
                return is(stage, "front", "Degraded");
            });
            await(() -> {
                tell(stage, "berlin", "front", Grade.FAIL);
                tell(stage, "paris", "front", Grade.FAIL);
                return is(stage, "front", "Failed");
            });
        }
    }

    @Test
    void anAgentWritesForItsOwnPlaceAlone(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "fenced", InstantSource.system());
                var berlin = as("berlin", kubernetes)) {
            stage.make(Stage.page("Cloud"), "page");
            place(stage, "berlin");
            place(stage, "paris");
            probe(stage, "front", "berlin");
            agent(berlin, "fenced", "berlin");
            await(() -> said.toString().contains("it needs to list probes in fenced"));
            allow(kubernetes, "fenced", "berlin");
            await(() -> is(stage, "front", "OK"));
            assertThatThrownBy(() -> berlin.resources(ProbeReport.class)
                            .inNamespace("fenced")
                            .withName("paris")
                            .patch(ProbeAgent.MERGE, "{\"spec\":{}}"))
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(403));
        }
    }

    private static KubernetesClient as(String user, KubernetesClient administrator) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(administrator.getConfiguration())
                        .withImpersonateUsername(user)
                        .build())
                .build();
    }

    private static void allow(KubernetesClient kubernetes, String namespace, String place) {
        kubernetes
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(place)
                        .withNamespace(namespace)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("status.allmende.dev")
                        .withResources("probes")
                        .withVerbs("list")
                        .endRule()
                        .addNewRule()
                        .withApiGroups("status.allmende.dev")
                        .withResources("probereports")
                        .withResourceNames(place)
                        .withVerbs("get", "patch")
                        .endRule()
                        .build())
                .create();
        kubernetes
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(place)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", place)
                        .addNewSubject("rbac.authorization.k8s.io", "User", place, null)
                        .build())
                .create();
    }

    @Test
    void roundsOfATimeToComeAreNotUsed(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "corrected", InstantSource.system())) {
            stage.make(Stage.page("Cloud"), "page");
            place(stage, "berlin");
            probe(stage, "front", "berlin");
            var future = new Round(
                    "front", Instant.now().plusSeconds(600).toString(), Grade.FAIL, 5, Map.of(), null, "no answer");
            stage.change(ProbeReport.class, "berlin", old -> {
                old.setSpec(new ProbeReportSpec(Instant.now().toString(), List.of(future)));
                return old;
            });
            await(() -> {
                tell(stage, "berlin", "front", Grade.OK);
                return is(stage, "front", "OK");
            });
        }
    }

    @Test
    void aClockThatIsAheadIsToldAndItsRoundsAreNotUsed(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "ahead", InstantSource.system())) {
            stage.make(Stage.page("Cloud"), "page");
            place(stage, "berlin");
            await(() -> ready(stage, "berlin").contains("start allmende probe-agent --place berlin"));
            stage.change(ProbeReport.class, "berlin", old -> {
                old.setSpec(new ProbeReportSpec(Instant.now().plusSeconds(600).toString(), List.of()));
                return Objects.requireNonNull(old);
            });
            await(() -> ready(stage, "berlin").contains("s ahead and its rounds are not used"));
        }
    }
}
