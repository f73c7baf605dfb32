package dev.allmende.apiserver.authn.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Fetches over HTTPS. Follows no redirects, takes at most a MiB, gives up after ten seconds. */
public final class HttpsFetch implements Fetch, AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client;

    /** @param trust whose certificates issuers may have; {@link SSLContext#getDefault} for the public authorities */
    public HttpsFetch(SSLContext trust) {
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] fetch(URI address) throws IOException, InterruptedException {
        if (!"https".equals(address.getScheme())) {
            throw new IOException("%s: is no https address".formatted(address));
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        var answer = client.send(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        if (answer.statusCode() != OK) {
            throw new IOException("%s: answered %d".formatted(address, answer.statusCode()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
