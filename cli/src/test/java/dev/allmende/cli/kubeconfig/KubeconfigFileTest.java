package dev.allmende.cli.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigFileTest {

    private static final String OTHERS = """
            # mine, do not touch
            apiVersion: v1
            kind: Config
            clusters:
            - name: "0123"
              cluster: {server: 'https://other.example', proxy-url: "http://p"} # slow
            contexts:
            - name: other
              context:
                cluster: "0123"
                user: o
                extensions: [{name: x, extension: {since: 2024-01-01, on: yes}}]
            current-context: other
            preferences: {colors: true}
            users:
            - name: o
              user: {token: 1e5}
            """;

    private @TempDir Path folder = Path.of("");

    private static Entry entry(String name, String server) {
        return new Entry(
                name,
                URI.create(server),
                Optional.of("PEM"),
                Optional.of("acme"),
                List.of("/opt/allmende", "login", "--exec", "--issuer", "https://login.example"));
    }

    private Path file() {
        return folder.resolve("config");
    }

    private void put(Entry entry) throws IOException {
        new KubeconfigFile(file()).put(entry);
    }

    @Test
    void aNewFileHasWhatKubectlNeeds() throws IOException {
        put(entry("cloud", "https://cloud.example:6443"));
        assertThat(file()).content().isEqualTo("""
                apiVersion: v1
                kind: Config
                clusters:
                - name: cloud
                  cluster:
                    server: https://cloud.example:6443
                    certificate-authority-data: UEVN
                contexts:
                - name: cloud
                  context:
                    cluster: cloud
                    user: cloud-oidc
                    namespace: acme
                users:
                - name: cloud-oidc
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/v1
                      command: /opt/allmende
                      args:
                      - login
                      - --exec
                      - --issuer
                      - https://login.example
                      interactiveMode: Never
                      provideClusterInfo: false
                current-context: cloud
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("config.lock")).doesNotExist();
    }

    @Test
    void whatIsThereStaysToTheLetter() throws IOException {
        Files.writeString(file(), OTHERS);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        put(entry("cloud", "https://cloud.example"));
        var text = Files.readString(file());
        for (var line : OTHERS.lines()
                .filter(line -> !line.startsWith("current-context"))
                .toList()) {
            assertThat(text).contains(line.strip());
        }
        assertThat(text).contains("current-context: cloud");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        var config = Kubeconfig.read(file(), Map.of());
        assertThat(config.context("other").server()).hasToString("https://other.example");
        assertThat(config.context(null).server()).hasToString("https://cloud.example");
    }

    @Test
    void theSameLoginAgainRenewsItsEntryAndKeepsTheNamespace() throws IOException {
        Files.writeString(file(), OTHERS);
        put(entry("cloud", "https://old.example"));
        var first = Files.readString(file());
        put(new Entry(
                "cloud", URI.create("https://new.example"), Optional.empty(), Optional.empty(), List.of("a", "b")));
        var second = Files.readString(file());
        assertThat(second).contains("https://new.example", "namespace: acme").doesNotContain("https://old.example");
        assertThat(second.split("cloud-oidc", -1)).hasSameSizeAs(first.split("cloud-oidc", -1));
    }

    @Test
    void aNameThatBelongsToSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(file(), OTHERS);
        for (var name : List.of("other", "0123")) {
            assertThatThrownBy(() -> put(entry(name, "https://cloud.example")))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.getMessage()).contains(file().toString(), name, "--context");
                        assertThat(error.exitCode()).isEqualTo(ExitCode.CONFIG);
                    });
        }
        assertThat(file()).content().isEqualTo(OTHERS);
        assertThat(folder.resolve("config.lock")).doesNotExist();
    }

    @Test
    void aFileInJsonIsUnderstoodToo() throws IOException {
        Files.writeString(file(), """
                {"apiVersion": "v1", "kind": "Config", "clusters": [], "contexts": null, "users": [{"name": "o", "user": {}}]}
                """);
        put(entry("cloud", "https://cloud.example"));
        assertThat(Kubeconfig.read(file(), Map.of()).context(null).server()).hasToString("https://cloud.example");
        assertThat(file()).content().contains("\"o\"");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        var real = Files.writeString(folder.resolve("real"), OTHERS);
        Files.createSymbolicLink(file(), real);
        put(entry("cloud", "https://cloud.example"));
        assertThat(file()).isSymbolicLink();
        assertThat(real).content().contains("cloud-oidc");
    }

    @Test
    void anotherProgramsLockIsHonoured() throws IOException {
        var lock = Files.createFile(folder.resolve("config.lock"));
        assertThatThrownBy(() -> put(entry("cloud", "https://cloud.example")))
                .hasMessageContaining("another program changes it");
        assertThat(lock).exists();
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsNoKubeconfigIsNotOverwritten() throws IOException {
        for (var text : List.of("- a list\n", "a: [b\n", "just text\n")) {
            Files.writeString(file(), text);
            assertThatThrownBy(() -> put(entry("cloud", "https://cloud.example")))
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DATA));
            assertThat(file()).content().isEqualTo(text);
        }
    }

    @Test
    void theFileIsThatOfKubectl() throws IOException {
        var second = Files.createFile(folder.resolve("second"));
        var missing = folder.resolve("missing");
        assertThat(KubeconfigFile.of(null, Map.of("HOME", "/home/x")).path())
                .isEqualTo(Path.of("/home/x/.kube/config"));
        assertThat(KubeconfigFile.of(null, Map.of("KUBECONFIG", missing + ":" + second))
                        .path())
                .isEqualTo(second);
        assertThat(KubeconfigFile.of(null, Map.of("KUBECONFIG", "/a:" + missing))
                        .path())
                .isEqualTo(missing);
        assertThat(KubeconfigFile.of(missing, Map.of("KUBECONFIG", second.toString()))
                        .path())
                .isEqualTo(missing);
    }
}
