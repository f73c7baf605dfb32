package dev.allmende.cli.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.Product;
import dev.allmende.openstack.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to one server. It follows no redirects, for they could carry secrets elsewhere. */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 16 << 20;

    private final String authoritiesAt;
    private final HttpClient client;

    /** @param authoritiesAt the option or file that names the authorities to trust, for messages */
    public Wire(Tls tls, String authoritiesAt) {
        this.authoritiesAt = authoritiesAt;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls.context())
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public Reply get(URI uri, Map<String, String> headers) throws NoAnswer, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET(), headers);
    }

    /** Posts {@code application/x-www-form-urlencoded}. */
    public Reply form(URI uri, Map<String, String> headers, Map<String, String> fields)
            throws NoAnswer, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request, headers);
    }

    /** Posts JSON. */
    public Reply post(URI uri, Map<String, String> headers, JsonNode body) throws NoAnswer, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return send(request, headers);
    }

    private Reply send(HttpRequest.Builder request, Map<String, String> headers) throws NoAnswer, InterruptedException {
        headers.forEach(request::header);
        var sent = request.timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("User-Agent", "allmende/" + Product.version())
                .build();
        try {
            var answer = client.send(sent, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            return Reply.of(sent.uri(), answer.statusCode(), answer.body());
        } catch (IOException lost) {
            throw NoAnswer.of(lost, sent.uri(), authoritiesAt);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
