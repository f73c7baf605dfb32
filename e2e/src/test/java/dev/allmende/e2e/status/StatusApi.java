package dev.allmende.e2e.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The SCS status API at a server's own port. */
final class StatusApi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNRESERVED = "-._~";

    private final String server;
    private final Map<String, String> writer;
    private final HttpClient client;

    /** @param token of the Kubernetes API, that {@link #write} bears */
    StatusApi(String server, SSLContext trust, String token) {
        this.server = server;
        this.writer = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token);
        this.client = HttpClient.newBuilder().sslContext(trust).build();
    }

    /** An answer, with its body. */
    record Answer(int code, Map<String, List<String>> headers, byte[] body) {

        /** Empty when it was not sent. */
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "", Map.of());
    }

    Answer write(String method, String path, String body) throws IOException, InterruptedException {
        return ask(method, path, body, writer);
    }

    /** As it is sent by who may write. */
    Map<String, String> writer() {
        return writer;
    }

    /** @param path with its query, not percent-encoded */
    Answer ask(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(server + encoded(path)))
                .method(method, publisher)
                .timeout(Duration.ofMinutes(1));
        headers.forEach(request::header);
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    }

    private static String encoded(String path) {
        int question = path.indexOf('?');
        return question < 0
                ? encoded(path, "/")
                : encoded(path.substring(0, question), "/") + "?" + encoded(path.substring(question + 1), "&=");
    }

    /** RFC 3986, 2.1. */
    private static String encoded(String text, String kept) {
        var out = new ByteArrayOutputStream();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0
                    && (Character.isLetterOrDigit(each) || UNRESERVED.indexOf(each) >= 0 || kept.indexOf(each) >= 0);
            out.writeBytes(
                    (plain ? Character.toString(each) : "%%%02X".formatted(each)).getBytes(StandardCharsets.US_ASCII));
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
