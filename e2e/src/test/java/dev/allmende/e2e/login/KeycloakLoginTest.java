package dev.allmende.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.e2e.Allmende;
import dev.allmende.e2e.up.Server;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member of a tenant signs in at a real Keycloak and works with a real kubectl, at {@code allmende up}. */
@Tag("real")
class KeycloakLoginTest {

    private static final Pattern PAGE = Pattern.compile("https://\\S+/device\\?user_code=\\S+");

    private static @TempDir Path shared = Path.of("");
    private static TlsFront front;
    private static Realm realm;
    private static Server server;

    private @TempDir Path folder = Path.of("");
    private Kubectl kubectl;

    @BeforeAll
    static void startServer() throws Exception {
        front = new TlsFront(Realm.keycloak(), Files.createDirectory(shared.resolve("front")));
        realm = new Realm(front.url());
        server = Server.up(
                shared,
                "--no-demo",
                "--oidc-issuer=" + realm.issuer(),
                "--oidc-client-id=allmende",
                "--oidc-audience=" + Realm.CLIENT,
                "--oidc-ca=" + front.authority);
        try (var client = server.client()) {
            namespace(client, "acme");
            namespace(client, "other");
            bind(client, "viewer");
            bind(client, "editor");
            server.process.until(
                    "the roles of tenants",
                    () -> client.rbac()
                                    .clusterRoles()
                                    .withName("allmende-tenant-editor")
                                    .get()
                            != null);
        }
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
        realm.close();
        front.close();
    }

    @BeforeEach
    void findKubectl() throws Exception {
        kubectl = new Kubectl(folder);
    }

    private static void bind(KubernetesClient client, String role) {
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace("acme")
                        .withName(role + "s")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "allmende-tenant-" + role)
                        .addNewSubject("rbac.authorization.k8s.io", "Group", "oidc:acme-" + role + "s", null)
                        .build())
                .create();
    }

    private static void namespace(KubernetesClient client, String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Starts a sign-in and gives what the person is to open. */
    private Allmende begin() throws Exception {
        var login = Allmende.start(
                folder,
                "login",
                "--server=" + server.url(),
                "--server-ca=" + server.data.resolve("keys/ca.crt"),
                "--namespace=acme",
                "--context=cloud",
                "--issuer=" + realm.issuer(),
                "--client-id=" + Realm.CLIENT,
                "--ca=" + front.authority);
        login.until("an invitation", () -> invited(login));
        return login;
    }

    private static boolean invited(Allmende login) {
        try {
            return PAGE.matcher(login.err()).find();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String page(Allmende login) throws Exception {
        var found = PAGE.matcher(login.err());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Allmende.Ended signIn(String name) throws Exception {
        try (var login = begin();
                var person = new Person(name, front.authority)) {
            person.agree(page(login));
            var ended = login.end();
            assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
            return ended;
        }
    }

    @Test
    void anEditorWorksWithKubectlUntilSigningOut() throws Exception {
        var signedIn = signIn("carla");
        assertThat(signedIn.out())
                .contains(
                        "Signed in at " + realm.issuer() + " as carla.",
                        "oidc:carla",
                        "oidc:acme-editors",
                        "Context cloud");
        assertThat(signedIn.out() + signedIn.err()).doesNotContain("eyJ");

        var who = kubectl.run("auth", "whoami", "-o", "json");
        assertThat(who.exitCode()).as(who.err()).isZero();
        var info = new ObjectMapper().readTree(who.out()).path("status").path("userInfo");
        assertThat(info.path("username").asText()).isEqualTo("oidc:carla");
        assertThat(info.path("groups").toString()).contains("\"oidc:acme-editors\"");

        var mine = kubectl.allmende("whoami");
        assertThat(mine.exitCode()).as(mine.err()).isZero();
        assertThat(mine.out()).contains("user    oidc:carla", "groups  oidc:acme-editors", "acme       editor");

        works("create", "configmap", "plan", "--from-literal=a=b");
        works("create", "secret", "generic", "login", "--from-literal=a=b");
        works("get", "configmap,secret");
        works("get", "networks");
        refused("create", "rolebinding", "more", "--clusterrole=admin", "--user=oidc:carla");
        refused("-n", "other", "get", "configmaps");
        refused("get", "tenants");
        refused("get", "namespaces");

        var signedOut = kubectl.allmende("logout");
        assertThat(signedOut.out()).isEqualTo("Signed out: carla at " + realm.issuer() + ".\n");
        var after = kubectl.run("get", "configmaps");
        assertThat(after.exitCode()).isNotZero();
        assertThat(after.err()).contains("not signed in", "allmende login --issuer " + realm.issuer());
    }

    @Test
    void aViewerLooksAndChangesNothing() throws Exception {
        signIn("vera");
        works("get", "configmaps,networks");
        refused("create", "configmap", "plan", "--from-literal=a=b");
        refused("get", "secrets");
        assertThat(kubectl.allmende("whoami", "-o", "yaml").out()).contains("role: viewer");
    }

    @Test
    void manyAtOnceRenewOneSession() throws Exception {
        signIn("carla");
        // tokens that end after 15 s are not fresh for long: each of these has to refresh, and each token does so once
        Callable<Allmende.Ended> call = () -> kubectl.run("get", "configmaps");
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var done : pool.invokeAll(List.of(call, call, call, call, call, call))) {
                assertThat(done.get().exitCode()).as(done.get().err()).isZero();
            }
        }
    }

    @Test
    void whoRefusesOnThePageIsNotSignedIn() throws Exception {
        try (var login = begin();
                var person = new Person("carla", front.authority)) {
            person.refuse(page(login));
            var ended = login.end();
            assertThat(ended.exitCode()).isEqualTo(77);
            assertThat(ended.err()).contains("refused on the page");
            assertThat(folder.resolve(".kube/config")).doesNotExist();
        }
    }

    private void works(String... args) throws Exception {
        var ended = kubectl.run(args);
        assertThat(ended.exitCode())
                .as(String.join(" ", args) + ": " + ended.err())
                .isZero();
    }

    private void refused(String... args) throws Exception {
        var ended = kubectl.run(args);
        assertThat(ended.exitCode())
                .as(String.join(" ", args) + ": " + ended.out())
                .isNotZero();
        assertThat(ended.err()).containsIgnoringCase("forbidden").contains("oidc:");
    }
}
