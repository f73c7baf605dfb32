package dev.allmende.peer;

import dev.allmende.peer.PeerException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Sends requests to one peer and waits for the answers, within limits. It tries each request once: the controllers come
 * again by themselves, and know what was done before. Thread-safe.
 */
public final class Wire implements AutoCloseable {

    private static final String USER_AGENT = "allmende";

    private final String peer;
    private final Limits limits;
    private final HttpClient client;

    /**
     * @param peer name for messages, such as {@code keycloak https://id.example.org}
     * @param authorities PEM text of the only authorities to trust; empty for the JDK's
     * @throws PeerException of kind TLS when that text holds no certificate
     */
    public Wire(String peer, Optional<String> authorities, Limits limits) {
        this.peer = peer;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .sslContext(Authorities.context(peer, authorities))
                .build();
    }

    /**
     * @return the answer, whatever its status
     * @throws PeerException of kind UNAVAILABLE, TLS or GARBLED when there was none
     */
    public Reply send(Ask ask) {
        var request = request(ask);
        var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bodyBytes()));
        try {
            return reply(coming.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new PeerException(
                    Kind.UNAVAILABLE,
                    at(ask) + "no full answer within " + limits.answer().toMillis()
                            + " ms; check whether it is overloaded",
                    late);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new PeerException(Kind.UNAVAILABLE, at(ask) + "interrupted", stopped);
        } catch (ExecutionException failed) {
            throw lost(ask, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    public String peer() {
        return peer;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(Ask ask) {
        if (!isHttp(ask.uri())) {
            throw new PeerException(
                    Kind.INVALID, 0, peer + ": '" + ask.uri() + "' is no http or https address: mend the address");
        }
        var body = ask.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(ask.body());
        var request =
                HttpRequest.newBuilder(ask.uri()).method(ask.method(), body).setHeader("User-Agent", USER_AGENT);
        ask.headers().forEach(request::setHeader);
        return request.build();
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    private PeerException lost(Ask ask, Throwable cause) {
        if (chain(cause).anyMatch(SSLException.class::isInstance)) {
            return new PeerException(
                    Kind.TLS,
                    at(ask) + "TLS failed (" + said(cause) + "); put the authority of its certificate into ca.crt",
                    cause);
        }
        var what = switch (cause) {
            case HttpConnectTimeoutException slow ->
                "no connection within " + limits.connect().toMillis() + " ms";
            case ConnectException refused -> "no connection (" + said(refused) + ")";
            case IOException broken
            when said(broken).contains("body exceeds") -> "the answer is larger than " + limits.bodyBytes() + " bytes";
            default -> "the connection broke (" + said(cause) + ")";
        };
        return new PeerException(Kind.UNAVAILABLE, at(ask) + what + "; check the address and whether it runs", cause);
    }

    private String at(Ask ask) {
        return peer + ": " + ask.label() + ": ";
    }

    private static String said(Throwable cause) {
        return chain(cause)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(cause.getClass().getSimpleName())
                .replaceAll("\\s+", " ");
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, at -> at != null, Throwable::getCause);
    }
}
