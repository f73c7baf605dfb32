package dev.allmende.e2e.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.StatusPage;
import dev.allmende.e2e.up.Server;
import dev.allmende.peer.Trust;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** {@code allmende up} with one page, which the service account ada may change and ben may not. */
final class StatusServer implements AutoCloseable {

    private static final String NAMESPACE = "status";
    private static final String PEOPLE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: status}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: ada, namespace: status}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: ben, namespace: status}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: reporter, namespace: status}
            rules:
            - apiGroups: [status.allmende.dev]
              resources: [incidents, components, impacttypes, statuspages]
              verbs: [create, update, delete]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reporter, namespace: status}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reporter}
            subjects:
            - {kind: ServiceAccount, name: ada, namespace: status}
            """;
    private static final String PAGE = """
            apiVersion: status.allmende.dev/v1alpha1
            kind: StatusPage
            metadata: {name: page, namespace: status}
            spec: {displayName: Our cloud}
            """;
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]*)\"");

    final Server server;
    final SSLContext trust;
    final StatusApi api;
    private final KubernetesClient kubernetes;

    StatusServer(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        server = Server.up(folder, "--no-demo");
        trust = Trust.only(Files.readString(server.data().resolve("keys/ca.crt")));
        kubernetes = server.client();
        make(PEOPLE);
        api = new StatusApi(server.url(), trust, token("ada"));
        server.process.until("the kind StatusPage", this::makesPage);
        server.process.until("a page", this::showsPage);
    }

    private static ByteArrayInputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private boolean makesPage() {
        try {
            kubernetes.resources(StatusPage.class).load(stream(PAGE)).create();
            return true;
        } catch (KubernetesClientException refused) {
            assertThat(refused.getCode()).isEqualTo(HttpURLConnection.HTTP_NOT_FOUND);
            return false;
        }
    }

    private boolean showsPage() {
        try {
            return api.get("/components").code() == HttpURLConnection.HTTP_OK;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes objects. */
    void make(String yaml) {
        kubernetes
                .load(stream(yaml))
                .items()
                .forEach(item -> kubernetes.resource(item).create());
    }

    /** Waits until the administrator reads this in the metrics. */
    void awaitInMetrics(String line) throws IOException, InterruptedException {
        server.process.until(
                line, () -> String.valueOf(kubernetes.raw("/metrics")).lines().anyMatch(line::equals));
    }

    String token(String account) {
        return kubernetes
                .serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(account)
                .tokenRequest(new TokenRequest())
                .getStatus()
                .getToken();
    }

    /** Signs the first administrator in as a browser does. Returns the cookies to send. */
    String signIn() throws IOException, InterruptedException {
        var door = api.get("/ui/sign-in");
        var visitor = cookies(door);
        var form = FORM.matcher(door.text()).results().toList().getLast().group(1);
        var password =
                Files.readString(server.data().resolve("keys/admin.password")).strip();
        var answer = api.ask(
                "POST",
                "/ui/sign-in",
                "name=admin&password=%s&form=%s".formatted(password, form),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Cookie", visitor));
        assertThat(answer.code()).as(answer.text()).isEqualTo(303);
        return visitor + "; " + cookies(answer);
    }

    private static String cookies(StatusApi.Answer answer) {
        return String.join(
                "; ",
                answer.headers().getOrDefault("set-cookie", java.util.List.of()).stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
    }

    @Override
    public void close() {
        api.close();
        kubernetes.close();
        server.close();
    }
}
