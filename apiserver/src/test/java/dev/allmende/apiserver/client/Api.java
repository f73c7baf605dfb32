package dev.allmende.apiserver.client;

import dev.allmende.apiserver.json.Json;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** Plain requests with the certificate of a kubeconfig. Every wait ends. */
public final class Api implements AutoCloseable {

    /** Far above what a busy machine needs. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    public static final String JSON = "application/json";
    public static final String MERGE = "application/merge-patch+json";
    public static final String APPLY = "application/apply-patch+yaml";

    private final URI base;
    private final SSLContext tls;
    private final HttpClient http;
    private final List<String> headers;

    private Api(URI base, SSLContext tls, HttpClient http, List<String> headers) {
        this.base = base;
        this.tls = tls;
        this.http = http;
        this.headers = headers;
    }

    public static Api of(String kubeconfig) {
        return of(Config.fromKubeconfig(kubeconfig));
    }

    /** Somebody without a certificate. */
    public static Api stranger(String kubeconfig) {
        var config = Config.fromKubeconfig(kubeconfig);
        config.setClientCertData(null);
        config.setClientKeyData(null);
        return of(config);
    }

    private static Api of(Config config) {
        try {
            var tls = SSLUtils.sslContext(config);
            var http = HttpClient.newBuilder()
                    .sslContext(tls)
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();
            return new Api(URI.create(config.getMasterUrl()), tls, http, List.of());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the kubeconfig cannot be used: " + e, e);
        }
    }

    /** The same client as another user, by impersonation. */
    public Api as(String user, String... groups) {
        List<String> more = new ArrayList<>(List.of("Impersonate-User", user));
        for (var group : groups) {
            more.addAll(List.of("Impersonate-Group", group));
        }
        return new Api(base, tls, http, List.copyOf(more));
    }

    /** The same client with a token. */
    public Api bearing(String token) {
        return new Api(base, tls, http, List.of("Authorization", "Bearer " + token));
    }

    public URI base() {
        return base;
    }

    public SSLContext tls() {
        return tls;
    }

    public Reply get(String path) {
        return call("GET", path, "", "");
    }

    public Reply post(String path, Object body) {
        return call("POST", path, JSON, body.toString());
    }

    public Reply put(String path, Object body) {
        return call("PUT", path, JSON, body.toString());
    }

    public Reply merge(String path, Object patch) {
        return call("PATCH", path, MERGE, patch.toString());
    }

    /** Server-side apply; the query names at least the field manager. */
    public Reply apply(String path, String query, Object object) {
        return call("PATCH", path + "?" + query, APPLY, object.toString());
    }

    public Reply delete(String path) {
        return call("DELETE", path, "", "");
    }

    /** @param propagation Background, Foreground or Orphan */
    public Reply delete(String path, String propagation) {
        var options = Json.object().put("kind", "DeleteOptions").put("apiVersion", "v1");
        return call(
                "DELETE",
                path,
                JSON,
                options.put("propagationPolicy", propagation).toString());
    }

    public Reply call(String method, String path, String contentType, String body) {
        var request = request(path, PATIENCE);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            // a kube-apiserver sets up its storage anew when a definition changes, and asks to come again
            for (int tries = 0; answer.statusCode() == 429 && tries < 20; tries++) {
                Thread.sleep(Duration.ofMillis(500));
                answer = http.send(request.build(), BodyHandlers.ofString());
            }
            return new Reply(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A watch; the path has a query with {@code watch=true} in it. */
    public Watched watch(String path) {
        try {
            var answer = http.send(request(path, Duration.ofMinutes(10)).build(), BodyHandlers.ofInputStream());
            return new Watched(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, Duration atMost) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(atMost);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request;
    }

    /** Asks until the answer is as wanted; fails with the last one. */
    public Reply await(String path, Predicate<Reply> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var reply = get(path);
            if (wanted.test(reply)) {
                return reply;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("%s did not become what is wanted: %s".formatted(path, reply));
            }
            pause();
        }
    }

    public void awaitGone(String path) {
        await(path, reply -> reply.code() == 404);
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
