package dev.allmende.e2e.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.e2e.Allmende;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** status, down, backup, restore and doctor, on a server that runs and on one that does not. */
class AroundUpTest {

    private @TempDir Path folder = Path.of("");

    private Allmende.Ended run(String... args) throws Exception {
        return Allmende.run(folder, args);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void statusAndDownKnowWhetherAServerRuns() throws Exception {
        var before = run("status", "--data", data());
        assertThat(before.exitCode()).isEqualTo(3);
        assertThat(before.out()).contains("nothing runs", "allmende up --data");
        assertThat(run("down", "--data", data()).exitCode()).isZero();

        try (var server = Server.up(folder, "--no-demo")) {
            var status = run("status", "--data", data());
            assertThat(status.exitCode()).as(status.out() + status.err()).isZero();
            assertThat(status.out())
                    .contains(
                            "ready",
                            "[+]store-write-and-watch ok",
                            server.url(),
                            "process     " + server.process.pid());

            var down = run("down", "--data", data());
            assertThat(down.exitCode()).as(down.err()).isZero();
            assertThat(down.out()).contains("stopped process " + server.process.pid());
            assertThat(server.process.end().exitCode()).isZero();
        }
        assertThat(run("status", "--data", data()).exitCode()).isEqualTo(3);
    }

    @Test
    void aBackupOfARunningServerBringsBackItsSecrets() throws Exception {
        var backup = folder.resolve("first.backup");
        try (var server = Server.up(folder, "--no-demo");
                var client = server.client()) {
            set(client, "before");
            var made = run("backup", "--data", data(), backup.toString());
            assertThat(made.exitCode()).as(made.err()).isZero();
            assertThat(mode(backup)).isEqualTo("rw-------");
            assertThat(Files.readString(backup, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("before");
            set(client, "after");

            var again = run("backup", "--data", data(), backup.toString());
            assertThat(again.exitCode()).isEqualTo(74);
            assertThat(again.err()).contains("it exists already");
            var early = run("restore", "--data", data(), backup.toString());
            assertThat(early.exitCode()).isEqualTo(69);
            assertThat(early.err()).contains("is served by process " + server.process.pid());
            assertThat(run("down", "--data", data()).exitCode()).isZero();
        }
        var restored = run("restore", "--data", data(), backup.toString());
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("what was there before is kept as");
        assertThat(mode(folder.resolve("data/objects.db"))).isEqualTo("rw-------");
        try (var server = Server.up(folder, "--no-demo");
                var client = server.client()) {
            var secret = client.secrets().inNamespace("default").withName("s").get();
            assertThat(secret.getData()).isEqualTo(Map.of("value", "YmVmb3Jl"));
        }
    }

    @Test
    void aStoppedServerIsBackedUpTooAndABrokenBackupChangesNothing() throws Exception {
        try (var server = Server.up(folder, "--no-demo")) {
            server.process.terminate();
            server.process.end();
        }
        var backup = folder.resolve("stopped.backup");
        assertThat(run("backup", "--data", data(), backup.toString()).exitCode())
                .isZero();
        var objects = folder.resolve("data/objects.db");
        var was = Files.readAllBytes(objects);
        Files.writeString(backup, "no backup at all");
        var refused = run("restore", "--data", data(), backup.toString());
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.err()).contains(backup.toString());
        assertThat(objects).hasBinaryContent(was);
    }

    @Test
    void doctorFindsWhatIsWrongAndSaysWhatToDo() throws Exception {
        try (var server = Server.up(folder, "--no-demo")) {
            var live = run("doctor", "--data", data());
            assertThat(live.exitCode()).as(live.out()).isZero();
            assertThat(live.out()).contains("process %d at %s is ready".formatted(server.process.pid(), server.url()));

            var port = run(
                    "doctor", "--data", folder.resolve("other").toString(), "--listen", "127.0.0.1:" + server.port());
            assertThat(port.exitCode()).isEqualTo(1);
            assertThat(port.out()).contains("process %d (java) has the port".formatted(server.process.pid()));
            server.process.terminate();
            server.process.end();
        }
        var key = folder.resolve("data/keys/ca.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        var open = run("doctor", "--data", data(), "--listen", "127.0.0.1:0");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.out()).contains("chmod 600 " + key);

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.delete(folder.resolve("data/keys/secrets.key"));
        Files.writeString(folder.resolve("data/objects.db"), "no database");
        var broken = run("doctor", "--data", data(), "--listen", "127.0.0.1:0");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("lacks secrets.key", "is damaged", "restore");
    }

    private static void set(KubernetesClient client, String value) {
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withName("s")
                .endMetadata()
                .addToStringData("value", value)
                .build();
        client.secrets().inNamespace("default").resource(secret).serverSideApply();
    }

    private static String mode(Path path) throws java.io.IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
