package dev.allmende.openstack.transport;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.config.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends requests to one cloud and waits for the answers, within all limits. Thread-safe. */
public final class Transport implements AutoCloseable {

    /** What takes longer than this has lost its other end. */
    private static final Duration LONGEST_POUR = Duration.ofHours(6);

    private final String cloud;
    private final ClientOptions options;
    private final Duration readLimit;
    private final TlsSettings tls;
    private final Clients clients;
    private final HttpClient client;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Semaphore places;
    private final Retries retries;

    /**
     * @param cloud name for messages
     * @throws OpenStackException of kind CONFIG when a certificate file cannot be read
     */
    public Transport(String cloud, Clients clients, Duration readLimit, TlsSettings tls) {
        this.cloud = cloud;
        this.options = clients.options();
        this.readLimit = readLimit;
        this.tls = tls;
        this.places = new Semaphore(options.inFlight());
        this.retries = new Retries(options.retry(), options.clock());
        this.clients = clients;
        this.client = clients.acquire(cloud, tls);
    }

    /**
     * Sends, and sends again while that is allowed and may help.
     *
     * @return the last answer, whatever its status
     * @throws OpenStackException of kind TLS or CONNECTION when there was none, GARBLED when it was too large
     */
    public Answer send(Request request) {
        for (var tries = 1; ; tries++) {
            Optional<Duration> wait;
            try {
                var answer = once(request);
                wait = retries.after(answer, request.repeatable(), tries);
                if (wait.isEmpty()) {
                    return answer;
                }
            } catch (Lost lost) {
                wait = retries.after(lost.how(), request.repeatable(), tries);
                if (wait.isEmpty()) {
                    throw lost.asException(cloud, request, tries);
                }
            }
            pause(request, wait.get());
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            clients.release(tls);
        }
    }

    /**
     * Sends a stream instead of the request's body: once, and in as much time as it takes.
     *
     * @param data read to its end, not closed
     */
    public Answer pour(Request request, InputStream data) {
        try {
            return exchange(request, build(request, BodyPublishers.ofInputStream(() -> data)), LONGEST_POUR);
        } catch (Lost lost) {
            throw lost.asException(cloud, request, 1);
        }
    }

    private Answer once(Request request) throws Lost {
        var body = request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        var built = build(request, body);
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted(request, stopped);
        }
        try {
            return exchange(request, built, readLimit);
        } finally {
            places.release();
        }
    }

    private Answer exchange(Request request, HttpRequest built, Duration limit) throws Lost {
        var start = System.nanoTime();
        var coming = client.sendAsync(built, this::body);
        try {
            // The client's own time limit ends with the headers; this one covers the body too.
            var response = coming.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return answer(request, response, Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw Lost.tooSlow(limit, late);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            throw interrupted(request, stopped);
        } catch (ExecutionException failed) {
            throw lost(request, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private HttpRequest build(Request request, BodyPublisher body) {
        var builder = HttpRequest.newBuilder(request.uri())
                .method(request.method(), body)
                .setHeader("User-Agent", options.userAgent())
                .setHeader("Accept-Encoding", "gzip");
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info) {
        return new LimitedBody(
                options.bodyLimit(),
                info.headers().firstValueAsLong("content-length").orElse(8192));
    }

    private Answer answer(Request request, HttpResponse<byte[]> response, Duration took) throws Lost {
        var headers = new HashMap<String, List<String>>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var body = response.body();
        if (headers.getOrDefault("content-encoding", List.of()).contains("gzip")) {
            try {
                body = Gzip.unpack(body, options.bodyLimit());
            } catch (IOException broken) {
                throw lost(request, broken);
            }
        }
        return new Answer(request.uri(), response.statusCode(), headers, body, took);
    }

    private Lost lost(Request request, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof OpenStackException broken) {
                // A certificate file that turned out broken when TLS was made.
                throw broken;
            }
        }
        return Lost.of(cause, request.uri(), tls, options.connectLimit());
    }

    private void pause(Request request, Duration wait) {
        try {
            options.retry().pause().pause(wait);
        } catch (InterruptedException stopped) {
            throw interrupted(request, stopped);
        }
    }

    private OpenStackException interrupted(Request request, InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new OpenStackException(
                Kind.CONNECTION, "cloud '" + cloud + "': " + request.label() + ": interrupted", stopped);
    }
}
