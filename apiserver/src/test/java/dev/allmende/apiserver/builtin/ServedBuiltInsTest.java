package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Messages;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Built-in kinds on the wire: what rules and decoder do once the registry calls them. */
class ServedBuiltInsTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ApiServer server;

    @SuppressWarnings("NullAway.Init")
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        server = ApiServer.in(folder).start();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig("test").yaml()))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void takesKubectlsProtobuf() throws Exception {
        var body = sent("create-clusterrole");
        var made = send(
                "POST", "/apis/rbac.authorization.k8s.io/v1/clusterroles", "application/vnd.kubernetes.protobuf", body);
        assertThat(Json.at(made, "rules").get(0).path("nonResourceURLs").get(0).asText())
                .isEqualTo("/healthz");
        var again = send(
                "POST", "/apis/rbac.authorization.k8s.io/v1/clusterroles", "application/vnd.kubernetes.protobuf", body);
        assertThat(again.path("reason").asText()).isEqualTo("AlreadyExists");
    }

    @Test
    void takesANullInAMapForAnEmptyValue() throws Exception {
        var made = json("POST", "/api/v1/namespaces/default/configmaps", """
                {"metadata": {"name": "a", "creationTimestamp": null}, "data": {"b": null}}""");
        assertThat(made.path("data")).isEqualTo(Json.parse("{\"b\": \"\"}"));
    }

    @Test
    void aNamespaceKeepsItsFinalizersWhenReplaced() throws Exception {
        json("POST", "/api/v1/namespaces", "{\"metadata\": {\"name\": \"a\"}}");
        var replaced =
                json("PUT", "/api/v1/namespaces/a", "{\"metadata\": {\"name\": \"a\", \"labels\": {\"b\": \"c\"}}}");
        assertThat(Json.at(replaced, "spec", "finalizers")).isEqualTo(Json.parse("[\"kubernetes\"]"));
        assertThat(Json.at(replaced, "metadata", "labels"))
                .isEqualTo(Json.parse("{\"b\": \"c\", \"kubernetes.io/metadata.name\": \"a\"}"));
    }

    @Test
    void anEventIsSeenInBothGroups() throws Exception {
        json("POST", "/api/v1/namespaces/default/events", """
                {"metadata": {"name": "e"}, "involvedObject": {"namespace": "default", "name": "w"}, "message": "m"}""");
        var newer = json("GET", "/apis/events.k8s.io/v1/namespaces/default/events/e", "");
        assertThat(newer.path("note").asText()).isEqualTo("m");
        var chosen = json("GET", "/apis/events.k8s.io/v1/events?fieldSelector=regarding.name%3Dw", "");
        assertThat(chosen.path("items")).hasSize(1);
        assertThat(json("GET", "/api/v1/events?fieldSelector=involvedObject.name%3Dx", "")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void tellsATypoInsideADefinitionsSchema() throws Exception {
        var refused =
                json("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?fieldValidation=Strict", """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "ws.example.com"}, "spec": {"group": "example.com", "scope": "Namespaced",
                 "names": {"plural": "ws", "kind": "W"}, "versions": [{"name": "v1", "served": true, "storage": true,
                 "schema": {"openAPIV3Schema": {"type": "object", "properties": {"a": {"typo": 1, "type": "string"}}}}}]}}""");
        assertThat(refused.path("message").asText())
                .contains("strict decoding error: unknown field"
                        + " \"spec.versions[0].schema.openAPIV3Schema.properties.a.typo\"");
    }

    private JsonNode json(String method, String path, String body) throws Exception {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode send(String method, String path, String type, byte[] body)
            throws IOException, ExecutionException, InterruptedException {
        var http = client.getHttpClient();
        var request = http.newHttpRequestBuilder().uri(server.url() + path);
        HttpRequest ready = (method.equals("GET")
                        ? request
                        : request.method(method, type, new ByteArrayInputStream(body), body.length))
                .build();
        return Json.readObject(http.sendAsync(ready, byte[].class).get().body());
    }

    private static byte[] sent(String name) throws IOException {
        try (var in = Messages.class.getResourceAsStream("sent/" + name + ".pb")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
