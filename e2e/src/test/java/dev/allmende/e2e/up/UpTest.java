package dev.allmende.e2e.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.e2e.Allmende;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server from its first start to its last, however it ends. */
class UpTest {

    private @TempDir Path folder = Path.of("");

    @Test
    void aFirstStartMakesKeysAndALoginForItsOwnerAloneAndSaysHowToGoOn() throws Exception {
        try (var server = Server.up(folder);
                var client = server.client()) {
            assertThat(client.namespaces().withName("default").get()).isNotNull();
            assertThat(mode(server.data)).isEqualTo("rwx------");
            assertThat(mode(server.data.resolve("kubeconfig"))).isEqualTo("rw-------");
            for (var name : new String[] {"ca.key", "server.key", "admin.key", "secrets.key", "admin.password"}) {
                assertThat(mode(server.data.resolve("keys").resolve(name)))
                        .as(name)
                        .isEqualTo("rw-------");
            }
            var password =
                    Files.readString(server.data.resolve("keys/admin.password")).strip();
            assertThat(server.out())
                    .contains(server.url(), "export KUBECONFIG=" + server.data.resolve("kubeconfig"), "check iaas")
                    .doesNotContain(password);
            assertThat(server.process.err()).doesNotContain(password, "PRIVATE KEY");
        }
    }

    @Test
    void aSecondServerOnTheFolderIsRefusedAndOneOnThePortNamesItsOwner() throws Exception {
        try (var server = Server.up(folder, "--no-demo")) {
            var sameFolder = Allmende.run(folder, "up", "--data", server.data.toString(), "--listen", "127.0.0.1:0");
            assertThat(sameFolder.exitCode()).isEqualTo(69);
            assertThat(sameFolder.err())
                    .contains("is served by process " + server.process.pid())
                    .contains("allmende down --data");

            var other = folder.resolve("other").toString();
            var samePort = Allmende.run(folder, "up", "--data", other, "--listen", "127.0.0.1:" + server.port());
            assertThat(samePort.exitCode()).isEqualTo(69);
            assertThat(samePort.err()).contains("process " + server.process.pid() + " (java) has the port", "--listen");
        }
    }

    @Test
    void sigtermEndsItCleanlyThoughAWatchIsOpen() throws Exception {
        try (var server = Server.up(folder, "--no-demo")) {
            try (var client = server.client();
                    var _ = client.configMaps().inAnyNamespace().inform()) {
                create(client, "kept");
                server.process.terminate();
                // 70 would say that something did not close in the 4.5 s that it has
                assertThat(server.process.end().exitCode()).isZero();
            }
            assertThat(server.process.err()).contains("stopping").doesNotContain("not everything closed");
        }
        assertKept();
    }

    @Test
    void whatWasAcknowledgedOutlivesKill() throws Exception {
        try (var server = Server.up(folder, "--no-demo")) {
            try (var client = server.client()) {
                create(client, "kept");
            }
            server.process.kill();
            assertThat(Allmende.run(folder, "status", "--data", server.data.toString())
                            .exitCode())
                    .isEqualTo(3);
        }
        assertKept();
    }

    private void assertKept() throws Exception {
        try (var server = Server.up(folder, "--no-demo");
                var client = server.client()) {
            assertThat(client.configMaps()
                            .inNamespace("default")
                            .withName("kept")
                            .get()
                            .getData())
                    .containsEntry("value", "kept");
        }
    }

    @Test
    void aCloudIsPlayedWhenNoneIsConfigured() throws Exception {
        try (var server = Server.up(folder)) {
            var clouds = server.data.resolve("clouds.yaml");
            assertThat(mode(clouds)).isEqualTo("rw-------");
            var cloud = server.out()
                    .lines()
                    .filter(line -> line.contains("a demonstration"))
                    .findFirst()
                    .orElseThrow();
            var url = cloud.strip().split("\\s+", -1)[1];
            assertThat(clouds).content().contains(url, "devcloud:");
            try (var http = HttpClient.newHttpClient()) {
                var request =
                        HttpRequest.newBuilder(URI.create(url + "/identity/v3")).build();
                assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
            server.process.terminate();
            server.process.end();
            assertThat(clouds).doesNotExist();
        }
    }

    @Test
    void noCloudIsPlayedWhenTheUserHasOne() throws Exception {
        // where the environment of these processes says that it is
        Files.writeString(
                folder.resolve("clouds.yaml"), "clouds: {mine: {auth: {auth_url: 'https://127.0.0.1:1/v3'}}}");
        try (var server = Server.up(folder)) {
            assertThat(server.out()).doesNotContain("demonstration");
            assertThat(server.data.resolve("clouds.yaml")).doesNotExist();
        }
    }

    @Test
    void logsAreJsonWhenAskedFor() throws Exception {
        try (var server = Server.up(folder, "--no-demo", "--log-format", "json")) {
            server.process.terminate();
            server.process.end();
            var json = new ObjectMapper();
            assertThat(server.process.err().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(
                                    json.readTree(line).path("message").asText())
                            .isNotEmpty());
        }
    }

    private static void create(KubernetesClient client, String name) {
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("value", name)
                .build();
        client.configMaps().inNamespace("default").resource(map).create();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
