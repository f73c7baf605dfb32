package dev.allmende.apiserver.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.Discovery;
import dev.allmende.apiserver.discovery.Document;
import dev.allmende.apiserver.discovery.ServerVersion;
import dev.allmende.apiserver.health.Health;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.metrics.Metrics;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Paths that are no resources: discovery, descriptions, health, figures. */
final class Documents {

    private final Supplier<Published> published;
    private final Health health;
    private final Metrics metrics;
    private final List<PathHandler> more;

    Documents(Supplier<Published> published, Health health, Metrics metrics, List<PathHandler> more) {
        this.published = published;
        this.health = health;
        this.metrics = metrics;
        this.more = List.copyOf(more);
    }

    /** Empty when nothing is there. */
    Optional<Answer> answer(ApiRequest request) throws InterruptedException {
        var path = withoutSlash(request.path());
        if (path.equals("/version")) {
            return Optional.of(Answer.json(200, Json.write(ServerVersion.CURRENT.toJson())));
        }
        if (path.equals("/")) {
            return Optional.of(Answer.json(200, Json.write(paths())));
        }
        if (path.equals("/metrics")) {
            return Optional.of(new Answer.Whole(
                    200,
                    "text/plain; version=0.0.4; charset=utf-8",
                    metrics.text().getBytes(StandardCharsets.UTF_8),
                    Map.of(),
                    List.of()));
        }
        var state = health.answer(path, request.query());
        if (state.isPresent()) {
            return state;
        }
        if (path.startsWith("/openapi/")) {
            return new Descriptions(published.get().openApi()).answer(request, path);
        }
        for (var handler : more) {
            var answer = handler.answer(request);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return discovery(request, path);
    }

    /** All that can be asked, for who does not know yet. */
    private ObjectNode paths() {
        var known = new TreeSet<>(List.of(
                "/.well-known/openid-configuration", "/api", "/apis", "/apis/", "/healthz", "/livez", "/livez/ping"));
        known.addAll(List.of("/metrics", "/openapi/v2", "/openapi/v3", "/openid/v1/jwks", "/readyz", "/version"));
        for (var kind : published.get().catalog().kinds()) {
            var version = kind.groupVersion();
            if (!version.group().isEmpty()) {
                known.add("/apis/" + version.group());
            }
            known.add(version.group().isEmpty() ? "/api/" + version : "/apis/" + version);
        }
        var json = Json.object();
        known.forEach(json.putArray("paths")::add);
        return json;
    }

    private Optional<Answer> discovery(ApiRequest request, String path) {
        if (!path.equals("/api") && !path.equals("/apis") && !path.startsWith("/api/") && !path.startsWith("/apis/")) {
            return Optional.empty();
        }
        var accept = Accept.negotiate(request.headers().text("Accept"), Discovery.endpoint(path));
        return published
                .get()
                .discovery()
                .document(path, accept.shape())
                .map(document -> answer(document, request, accept));
    }

    private static Answer answer(Document document, ApiRequest request, Accept accept) {
        var headers = Map.of("ETag", document.etag(), "Vary", "Accept", "Cache-Control", "public");
        if (document.isKnownBy(request.headers().text("If-None-Match"))) {
            return new Answer.Whole(304, document.contentType(), new byte[0], headers, List.of());
        }
        if (accept.encoding() == Accept.Encoding.YAML) {
            return Single.encoded(200, document.json(), accept.encoding(), List.of());
        }
        return new Answer.Whole(200, document.contentType(), document.json(), headers, List.of());
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
