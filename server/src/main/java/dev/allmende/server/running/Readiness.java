package dev.allmende.server.running;

import dev.allmende.apiserver.tls.Pem;
import dev.allmende.apiserver.tls.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a server says at {@code /readyz}.
 *
 * @param details a line for each thing looked at, or why it did not answer
 */
public record Readiness(boolean ready, List<String> details) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Asks without a login, as load balancers do.
     *
     * @param authority certificate of the server's authority
     */
    public static Readiness of(URI server, Path authority) throws InterruptedException {
        try (var client = HttpClient.newBuilder()
                .sslContext(TlsContexts.client(Pem.certificates(authority)))
                .connectTimeout(PATIENCE)
                .build()) {
            var request = HttpRequest.newBuilder(server.resolve("/readyz?verbose"))
                    .timeout(PATIENCE)
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            var parts =
                    answer.body().lines().filter(line -> line.startsWith("[")).toList();
            return new Readiness(answer.statusCode() == 200, parts.isEmpty() ? List.of(answer.body()) : parts);
        } catch (IOException e) {
            return new Readiness(false, List.of("does not answer: " + e));
        }
    }
}
