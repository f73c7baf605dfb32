package dev.allmende.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.authn.oidc.HttpsFetch;
import dev.allmende.apiserver.authn.oidc.OidcIssuer;
import dev.allmende.apiserver.authn.oidc.OidcTokens;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Ran;
import dev.allmende.cli.kubeconfig.Access;
import dev.allmende.cli.kubeconfig.Kubeconfig;
import dev.allmende.cli.wire.Tls;
import dev.allmende.cli.wire.Wire;
import dev.allmende.openstack.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands from the first sign-in to the last, at a server that takes the issuer's tokens. */
class SignedInTest {

    private @TempDir Path folder = Path.of("");
    private DeviceIssuer issuer;
    private ApiServer server;
    private Map<String, String> env = Map.of();

    @BeforeEach
    void start() throws Exception {
        issuer = new DeviceIssuer(folder);
        var taken = OidcIssuer.of(issuer.url(), DeviceIssuer.CLIENT)
                .withUsername("preferred_username", "oidc:")
                .withGroups("groups", "oidc:");
        var fetch = new HttpsFetch(Tls.trusting(issuer.authority).context());
        server = ApiServer.in(folder.resolve("server"))
                .keys(folder.resolve("keys"))
                .withoutAudit()
                .listen("127.0.0.1", 0)
                .tokens(new OidcTokens(taken, fetch, Clock.systemUTC()))
                .start();
        server.kubeconfig("admin").write(folder.resolve("admin"));
        env = Map.of(
                "HOME", folder.toString(),
                "PATH", System.getenv("PATH"),
                "ALLMENDE_COMMAND", "/opt/allmende/allmende");
    }

    @AfterEach
    void stop() {
        server.close();
        issuer.close();
    }

    private Ran run(String... args) {
        return Ran.with(env, args);
    }

    private Ran login(String... more) {
        var args = new ArrayList<>(List.of(
                "login",
                "--server=" + server.url(),
                "--server-ca=" + folder.resolve("keys/ca.crt"),
                "--issuer=" + issuer.url(),
                "--client-id=" + DeviceIssuer.CLIENT,
                "--ca=" + issuer.authority));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private Ran credential(String version) {
        var asked = new HashMap<>(env);
        asked.put(ExecCredential.QUESTION, """
                {"apiVersion": "client.authentication.k8s.io/%s", "kind": "ExecCredential", "spec": {"interactive": false}}
                """.formatted(version));
        return Ran.with(
                asked,
                "login",
                "--issuer=" + issuer.url(),
                "--client-id=" + DeviceIssuer.CLIENT,
                "--ca=" + issuer.authority);
    }

    @Test
    void aSignInWritesAContextAndSaysWhomTheServerSees() throws Exception {
        var ran = login("--context=cloud", "--namespace=acme");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("To sign in", "WDJB-MJHT");
        assertThat(ran.out())
                .contains("Signed in at " + issuer.url() + " as carla.")
                .contains(server.url()
                        + " takes you for oidc:carla, of the groups oidc:acme-editors, system:authenticated.")
                .contains("Context cloud is in " + folder.resolve(".kube/config"));
        assertThat(ran.out() + ran.err()).matches(text -> !DeviceIssuer.showsSecret(text));
        var config = folder.resolve(".kube/config");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(config))
                .contains("command: /opt/allmende/allmende", "- --exec", "- " + issuer.authority)
                .matches(text -> !DeviceIssuer.showsSecret(text));

        issuer.asked.clear();
        assertThat(login("--context=cloud").err()).isEmpty();
        assertThat(issuer.asked).isEmpty();
    }

    @Test
    void aServerThatDoesNotTakeTheLoginGetsNoContext() {
        issuer.claims = json -> json.put("preferred_username", "");
        var ran = login();
        assertThat(ran.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).contains("does not take this login");
        assertThat(folder.resolve(".kube/config")).doesNotExist();
    }

    @Test
    void aContextOfSomebodyElseIsNoticedBeforeAnybodyIsAsked() throws IOException {
        Files.createDirectories(folder.resolve(".kube"));
        Files.copy(folder.resolve("admin"), folder.resolve(".kube/config"));
        var ran = login("--context=admin");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIG);
        assertThat(ran.err()).contains("choose another name with --context");
        assertThat(issuer.asked).isEmpty();
    }

    @Test
    void kubectlIsAnsweredInItsOwnVersion() throws Exception {
        login();
        for (var version : List.of("v1", "v1beta1")) {
            var ran = credential(version);
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.err()).isEmpty();
            var answer = Json.tree(ran.out().getBytes(StandardCharsets.UTF_8)).orElseThrow();
            assertThat(answer.path("kind").asText()).isEqualTo("ExecCredential");
            assertThat(answer.path("apiVersion").asText()).isEqualTo("client.authentication.k8s.io/" + version);
            assertThat(answer.path("status").path("token").asText()).startsWith("eyJ");
            assertThat(java.time.Instant.parse(
                            answer.path("status").path("expirationTimestamp").asText()))
                    .isAfter(Clock.systemUTC().instant());
        }
        assertThat(credential("v1alpha1").exitCode()).isEqualTo(ExitCode.CONFIG);
    }

    @Test
    void kubectlWithoutATerminalIsToldWhatToRun() {
        var ran = credential("v1");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("not signed in")
                .contains("run: /opt/allmende/allmende login --issuer " + issuer.url()
                        + " --client-id allmende-cli --ca " + issuer.authority);
    }

    @Test
    void signingOutForgetsAndRevokes() throws Exception {
        login();
        var refresh = new Keep(folder.resolve(".local/state/allmende/logins"))
                .read(issuer.client())
                .flatMap(Tokens::refresh)
                .orElseThrow();
        var ran = run("logout");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualTo("Signed out: carla at " + issuer.url() + ".\n");
        assertThat(issuer.asked("/revoke").getFirst().form().text("token")).isEqualTo(refresh.reveal());
        assertThat(credential("v1").err()).contains("not signed in");
        assertThat(run("logout").out()).contains("You are not signed in");
    }

    @Test
    void signingOutWithoutTheIssuerForgetsAndSaysThatNothingWasRevoked() {
        login();
        issuer.close();
        var ran = run("logout", "--issuer=" + issuer.url());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(ran.err()).contains("could not be revoked");
        assertThat(credential("v1").err()).contains("not signed in");
    }

    @Test
    void whoamiTellsUserGroupsAndRoles() throws Exception {
        login("--context=cloud", "--namespace=acme");
        bind("acme", "edit");
        bind("other", "view");
        usePlugIn();
        var ran = run("whoami", "--namespace=other", "--namespace=third");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("server  " + server.url(), "user    oidc:carla", "groups  oidc:acme-editors")
                .contains("        system:authenticated", "extra   authentication.kubernetes.io/credential-id: JTI=")
                .contains("other      viewer", "acme       editor", "look at others with --namespace")
                .doesNotContain("third");

        var json = Json.tree(run("whoami", "-o", "json").out().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(json.path("user").path("username").asText()).isEqualTo("oidc:carla");
        assertThat(json.path("user").path("groups").path(0).asText()).isEqualTo("oidc:acme-editors");
        assertThat(json.path("namespaces").path(0).path("name").asText()).isEqualTo("acme");
        assertThat(json.path("namespaces").path(0).path("role").asText()).isEqualTo("editor");
        assertThat(json.path("complete").asBoolean()).isFalse();
    }

    @Test
    void whoamiKnowsAnAdministratorByItsCertificate() {
        var ran = run("whoami", "--kubeconfig=" + folder.resolve("admin"));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("system:masters", "kube-system", "admin").doesNotContain("--namespace");
    }

    /** The program is this process: a script stands for it that prints what it would print. */
    private void usePlugIn() throws IOException {
        var script = folder.resolve("plug-in");
        Files.writeString(script, "#!/bin/sh\ncat <<'E'\n" + credential("v1").out() + "E\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        var config = folder.resolve(".kube/config");
        Files.writeString(config, Files.readString(config).replace("/opt/allmende/allmende", script.toString()));
    }

    private void bind(String namespace, String role) throws Exception {
        var admin = Kubeconfig.read(folder.resolve("admin"), env).context(null);
        try (var wire = new Wire(Access.of(admin, env).tls(), "")) {
            var made = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
            made.putObject("metadata").put("name", namespace);
            assertThat(wire.post(URI.create(server.url() + "/api/v1/namespaces"), Map.of(), made)
                            .status())
                    .isEqualTo(201);
            var binding = Json.object()
                    .put("apiVersion", "rbac.authorization.k8s.io/v1")
                    .put("kind", "RoleBinding");
            binding.putObject("metadata").put("name", role);
            binding.putObject("roleRef")
                    .put("apiGroup", "rbac.authorization.k8s.io")
                    .put("kind", "ClusterRole")
                    .put("name", role);
            binding.putArray("subjects")
                    .addObject()
                    .put("apiGroup", "rbac.authorization.k8s.io")
                    .put("kind", "Group")
                    .put("name", "oidc:acme-editors");
            var path = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace + "/rolebindings";
            assertThat(wire.post(URI.create(server.url() + path), Map.of(), binding)
                            .status())
                    .isEqualTo(201);
        }
    }
}
