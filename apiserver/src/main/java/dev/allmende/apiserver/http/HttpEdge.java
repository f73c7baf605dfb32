package dev.allmende.apiserver.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** One listening port. Speaks TLS only: kubectl sends no credentials over plain HTTP. */
public final class HttpEdge implements AutoCloseable {

    /** Watches are streams; an informer opens one for each kind, over one connection. */
    private static final int STREAMS_PER_CONNECTION = 1_000;

    private static final int HEADER_BYTES = 64 << 10;
    private static final int LINE_BYTES = 32 << 10;
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService requests;

    private HttpEdge(HttpServer server, ExecutorService requests) {
        this.server = server;
        this.requests = requests;
    }

    /**
     * Listens, and returns once connections are taken.
     *
     * @param port 0 for any free one
     * @param clients decides whose certificates count; clients without one are let in as well
     * @throws java.io.UncheckedIOException when the port cannot be had
     */
    public static HttpEdge listen(
            Vertx vertx,
            String host,
            int port,
            X509KeyManager identity,
            X509TrustManager clients,
            Handler handler,
            HttpLimits limits) {
        var requests = Executors.newVirtualThreadPerTaskExecutor();
        var server = vertx.createHttpServer(options(identity, clients, limits));
        server.requestHandler(request -> Exchange.begin(vertx, request, handler, requests, limits));
        var edge = new HttpEdge(server, requests);
        edge.await(server.listen(port, host).toCompletionStage().toCompletableFuture(), host, port);
        return edge;
    }

    private static HttpServerOptions options(X509KeyManager identity, X509TrustManager clients, HttpLimits limits) {
        return new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(identity))
                .setTrustOptions(TrustOptions.wrap(clients))
                .setClientAuth(ClientAuth.REQUEST)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS_PER_CONNECTION)
                        .setMaxHeaderListSize(HEADER_BYTES))
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(LINE_BYTES)
                .setAcceptBacklog(BACKLOG)
                .setTcpNoDelay(true)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(0)
                .setIdleTimeout((int) limits.idle().toSeconds());
    }

    public int port() {
        return server.actualPort();
    }

    private <T> void await(java.util.concurrent.CompletableFuture<T> listening, String host, int port) {
        try {
            listening.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new java.io.UncheckedIOException(
                    new java.io.IOException("cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting to listen", e);
        }
    }

    /** Takes no more connections and cuts those that are open. */
    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // it is going down anyway
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.shutdownNow();
    }
}
