package dev.allmende.server.shell.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Form;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks the server that people sign in at, in JSON. What it says in errors names addresses, and no secret is in one. */
public final class Peer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final HttpClient client;

    /** @param trust whose certificates the server may have */
    public Peer(SSLContext trust) {
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws IOException when it answers anything but 200 and an object */
    public ObjectNode object(HttpRequest.Builder request) throws IOException, InterruptedException {
        var sent = request.build();
        if (find(sent).orElseThrow(() -> new IOException(sent.uri() + " answered 404")) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException(sent.uri() + " answered no object");
    }

    /** Empty for 404. */
    public Optional<JsonNode> find(HttpRequest.Builder request) throws IOException, InterruptedException {
        return find(request.build());
    }

    private Optional<JsonNode> find(HttpRequest plain) throws IOException, InterruptedException {
        var sent = HttpRequest.newBuilder(plain, (name, value) -> true)
                .timeout(PATIENCE)
                .setHeader("Accept", "application/json")
                .build();
        var answer =
                client.send(sent, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(sent.uri(), answer.statusCode()));
        }
        try {
            return Optional.of(Json.parse(new String(answer.body(), StandardCharsets.UTF_8)));
        } catch (Json.MalformedJson e) {
            throw new IOException(sent.uri() + " answered no JSON", e);
        }
    }

    /** Sends a form. */
    public static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
        return request.header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Form.written(fields)));
    }

    /** RFC 6749, 2.3.1: both are form-encoded first. */
    public static String basic(String clientId, String secret) {
        var pair = encoded(clientId) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
