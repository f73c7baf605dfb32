package dev.allmende.server.up;

import dev.allmende.apiserver.ApiServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * The usual first requests of a client, sent to a server that has just started. The launcher records which classes such a
 * run needs, so that later ones start fast.
 */
final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TABLE =
            "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

    private record Step(String method, String path, String accept, String contentType, String body) {}

    private static final List<Step> STEPS = List.of(
            get("/readyz?verbose", "*/*"),
            get("/metrics", "*/*"),
            get("/ui/sign-in", "text/html"),
            get("/api", AGGREGATED),
            get("/apis", AGGREGATED),
            get("/api/v1/namespaces?limit=500", TABLE),
            get("/openapi/v3", "application/json"),
            send("POST", CONFIG_MAPS + "?fieldManager=kubectl-create&fieldValidation=Strict", "application/json"),
            send("PATCH", CONFIG_MAPS + "/first?fieldManager=kubectl", "application/merge-patch+json"),
            send("PATCH", CONFIG_MAPS + "/first?fieldManager=rehearsal&force=true", "application/apply-patch+yaml"),
            get(CONFIG_MAPS + "/first", "application/json"),
            get(CONFIG_MAPS, TABLE),
            get(CONFIG_MAPS + "?watch=true&resourceVersion=0&timeoutSeconds=1", "application/json"),
            new Step("DELETE", CONFIG_MAPS + "/first", "application/json", "", ""));

    private Rehearsal() {}

    private static Step get(String path, String accept) {
        return new Step("GET", path, accept, "", "");
    }

    private static Step send(String method, String path, String contentType) {
        return new Step(method, path, "application/json", contentType, """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "first", "namespace": "default"},
                 "data": {"hello": "world"}}
                """);
    }

    /** @throws IOException when an answer is not a good one */
    static void play(ApiServer server) throws IOException, InterruptedException {
        for (var version : HttpClient.Version.values()) {
            try (var client = HttpClient.newBuilder()
                    .version(version)
                    .sslContext(server.adminTls())
                    .build()) {
                for (var step : STEPS) {
                    play(server, client, step);
                }
            }
        }
    }

    private static void play(ApiServer server, HttpClient client, Step step) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.url().resolve(step.path()))
                .timeout(PATIENCE)
                .header("Accept", step.accept())
                .method(
                        step.method(),
                        step.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(step.body()));
        if (!step.contentType().isEmpty()) {
            request.header("Content-Type", step.contentType());
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s %s: %d %s".formatted(step.method(), step.path(), answer.statusCode(), answer.body()));
        }
    }
}
