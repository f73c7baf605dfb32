package dev.allmende.cli.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {

    private @TempDir Path folder = Path.of("");

    private Path write(String name, String user, String more) throws IOException {
        return Files.writeString(folder.resolve(name), """
                clusters:
                - {name: c, cluster: {server: "https://%s.example/"%s}}
                contexts:
                - {name: one, context: {cluster: c, user: u, namespace: acme}}
                - {name: two, context: {cluster: c, user: u, namespace: acme-test}}
                current-context: one
                users:
                - name: u
                  user: %s
                """.formatted(name, more, user));
    }

    private Access access(String user) throws Exception {
        return Access.of(
                Kubeconfig.read(write("a", user, ""), Map.of()).context(null), Map.of("PATH", "/usr/bin:/bin"));
    }

    @Test
    void ofEqualNamesInSeveralFilesTheFirstCounts() throws IOException {
        var first = write("a", "{token: t1}", "");
        var second = write("b", "{token: t2}", "");
        var context = Kubeconfig.read(null, Map.of("KUBECONFIG", folder.resolve("none") + ":" + first + ":" + second))
                .context("two");
        assertThat(context.server()).hasToString("https://a.example");
        assertThat(context.namespace()).isEqualTo("acme-test");
        assertThat(context.namespaces()).containsExactly("acme", "acme-test");
    }

    @Test
    void aTokenComesFromTheTextOrFromAFileBesideTheKubeconfig() throws Exception {
        Files.writeString(folder.resolve("tok"), "from-file\n");
        assertThat(access("{token: '123'}").token().orElseThrow().reveal()).isEqualTo("123");
        assertThat(access("{tokenFile: tok}").token().orElseThrow().reveal()).isEqualTo("from-file");
    }

    @Test
    void aPlugInIsRunAsKubectlRunsIt() throws Exception {
        var plugIn = Files.writeString(folder.resolve("plug-in"), """
                #!/bin/sh
                [ "$WITH" = care ] && [ "$1" = --exec ] || exit 3
                case $KUBERNETES_EXEC_INFO in *client.authentication.k8s.io/v1\\"*ExecCredential*) ;; *) exit 4 ;; esac
                echo '{"kind": "ExecCredential", "status": {"token": "given"}}'
                """);
        Files.setPosixFilePermissions(plugIn, PosixFilePermissions.fromString("rwx------"));
        var exec = """
                {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plug-in, args: [--exec], env: [{name: WITH, value: %s}]}}
                """;
        assertThat(access(exec.formatted("care")).token().orElseThrow().reveal())
                .isEqualTo("given");
        assertThatThrownBy(() -> access(exec.formatted("haste"))).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.getMessage()).contains("plug-in ended with 3");
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
        });
    }

    @Test
    void whatCannotBeObeyedIsRefusedAndNotPassedOver() throws IOException {
        var file = write("a", "{token: t}", ", insecure-skip-tls-verify: true");
        assertThatThrownBy(() -> Access.of(Kubeconfig.read(file, Map.of()).context(null), Map.of()))
                .hasMessageContaining("insecure-skip-tls-verify is not understood");
        assertThatThrownBy(() -> access("{username: u, password: p}")).hasMessageContaining("username");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        var file = write("a", "{}", "");
        assertThatThrownBy(() -> Kubeconfig.read(file, Map.of()).context("three"))
                .hasMessageContaining("has no three in contexts");
        assertThatThrownBy(() -> Kubeconfig.read(null, Map.of("KUBECONFIG", "/nowhere/config")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.getMessage()).contains("/nowhere/config", "allmende login");
                    assertThat(error.exitCode()).isEqualTo(ExitCode.CONFIG);
                });
    }
}
