package dev.allmende.status.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.Policy;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiServerExtension.class)
class AlertsTest {

    private static final String PATH = "/status/alerts/alerts";
    private static final String TOKEN = "correct-horse";
    private static final int TRIES = 3000;

    private Stage stage;

    @BeforeAll
    void raise(KubernetesClient kubernetes) throws Exception {
        stage = new Stage(kubernetes, "alerts", InstantSource.system());
        stage.make(Stage.page("Cloud"), "page");
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("alerts-token")
                        .withNamespace("default")
                        .withAnnotations(Map.of("status.allmende.dev/for", "alerts"))
                        .endMetadata()
                        .withStringData(Map.of("token", TOKEN))
                        .build())
                .create();
        probe("storage", Map.of("service", "storage"));
        probe("network", Map.of("service", "network"));
        await(() -> state("storage").equals("OK") && state("network").equals("OK"));
    }

    @AfterAll
    void level() {
        stage.close();
    }

    private void probe(String name, Map<String, String> labels) throws InterruptedException {
        var target = new ProbeTargets.Alertmanager(new SecretReference("alerts-token"), labels, null, null);
        var probe = new Probe();
        probe.setSpec(ProbeSpec.alertmanager(target, List.of(), Policy.PROPOSE).each(1, 1, 1));
        stage.make(probe, name);
    }

    private Reply post(String body, String token) throws InterruptedException {
        return stage.ask("POST", PATH, body, Map.of("authorization", "Bearer " + token));
    }

    private static String message(String status, String service) throws IOException {
        try (var in = Objects.requireNonNull(AlertsTest.class.getResourceAsStream("webhook.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("STATUS", status)
                    .replace("SERVICE", service);
        }
    }

    @Test
    void whatFiresFailsTheProbeWhoseLabelsItHasUntilItIsResolved() throws Exception {
        assertThat(post(message("firing", "storage"), TOKEN).code()).isEqualTo(200);
        await(() -> state("storage").equals("Failed"));
        assertThat(state("network")).isEqualTo("OK");
        assertThat(post(message("resolved", "storage"), TOKEN).code()).isEqualTo(200);
        await(() -> state("storage").equals("OK"));
    }

    @Test
    void onlyWhoKnowsTheTokenIsHeard() throws Exception {
        assertThat(post(message("firing", "network"), "wrong").code()).isEqualTo(401);
        assertThat(post(message("firing", "network"), "").code()).isEqualTo(401);
        assertThat(stage.ask("POST", PATH, "{}").code()).isEqualTo(401);
        assertThat(stage.get(PATH).code()).isEqualTo(405);
        assertThat(state("network")).isEqualTo("OK");
    }

    @Test
    void whatIsNoMessageIsRefusedWithWhatIsWrong() throws Exception {
        assertThat(Stage.text(post("{", TOKEN))).startsWith("no JSON");
        assertThat(Stage.text(post("{\"version\":\"3\"}", TOKEN))).startsWith("version must be \"4\"");
        assertThat(Stage.text(post("{\"version\":\"4\"}", TOKEN))).startsWith("alerts must be a list");
        assertThat(post("{\"version\":\"4\",\"alerts\":[7]}", TOKEN).code()).isEqualTo(400);
        assertThat(Stage.text(post("""
                        {"version":"4","alerts":[{"status":"firing","labels":{"service":"%s"}}]}
                        """.formatted("s".repeat(1025)), TOKEN)))
                .isEqualTo("a label has more than 1024 characters\n");
        assertThat(post(" ".repeat((1 << 20) + 1), TOKEN).code()).isEqualTo(413);
    }

    /** Of Debian's package prometheus-alertmanager, or any other on the PATH. */
    @Test
    @Tag("real")
    void anAlertmanagerIsHeard(@TempDir Path folder) throws Exception {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::hand);
        site.start();
        var port = freePort();
        Files.writeString(
                folder.resolve("config.yaml"), """
                route: {receiver: page, group_wait: 1s, group_interval: 1s, repeat_interval: 5m}
                receivers:
                - name: page
                  webhook_configs:
                  - url: http://127.0.0.1:%d%s
                    http_config: {authorization: {credentials: %s}}
                """.formatted(site.getAddress().getPort(), PATH, TOKEN));
        var alertmanager = new ProcessBuilder(
                        "prometheus-alertmanager",
                        "--config.file=" + folder.resolve("config.yaml"),
                        "--storage.path=" + folder,
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await(() -> fire(port, ""));
            await(() -> state("storage").equals("Failed"));
            assertThat(fire(port, ",\"endsAt\":\"2026-01-01T00:00:00Z\"")).isTrue();
            await(() -> state("storage").equals("OK"));
        } finally {
            alertmanager.destroyForcibly().waitFor();
            site.stop(0);
        }
    }

    private static boolean fire(int port, String end) {
        var alert =
                "[{\"labels\":{\"alertname\":\"Real\",\"service\":\"storage\"},\"startsAt\":\"2025-01-01T00:00:00Z\"%s}]"
                        .formatted(end);
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v2/alerts".formatted(port)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(alert))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
            var reply = stage.ask(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    body,
                    Map.of("authorization", header));
            exchange.sendResponseHeaders(reply.code(), -1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String state(String probe) {
        var line = Pattern.compile(
                        "allmende_probe_state\\{namespace=\"alerts\",probe=\"%s\",state=\"(\\w+)\"} 1".formatted(probe))
                .matcher(stage.status.figures());
        return line.find() ? line.group(1) : "";
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < TRIES && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
