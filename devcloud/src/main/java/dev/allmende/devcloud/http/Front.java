package dev.allmende.devcloud.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.world.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The HTTP server: one port, a virtual thread per request. Handlers run one at a time under the lock of the cloud; faults wait,
 * and answers are written, outside of it.
 */
public final class Front implements AutoCloseable {
    static {
        // Without it each small answer waits up to 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock cloud = new ReentrantLock();
    private final AtomicLong served = new AtomicLong();
    private final Map<String, Dispatch> services = new HashMap<>();
    private final Timeline timeline;
    private final Faults faults;
    private final Runnable expireTokens;
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private Function<String, Optional<Caller>> tokens = token -> Optional.empty();

    public Front(int port, Timeline timeline, Faults faults, Runnable expireTokens) {
        this.timeline = timeline;
        this.faults = faults;
        this.expireTokens = expireTokens;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + "; is the port taken?", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** @param root the service that answers paths that no other has */
    public void serve(List<Service> all, Service root, Function<String, Optional<Caller>> tokens) {
        this.tokens = tokens;
        for (Service service : all) {
            services.put(service.prefix(), new Dispatch(service, tokens, url() + service.prefix()));
        }
        services.put("", new Dispatch(root, tokens, url()));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void witness(Witness witness) {
        witnesses.add(witness);
    }

    public long served() {
        return served.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long number = served.incrementAndGet();
            String raw = exchange.getRequestURI().getRawPath();
            String path = raw == null ? "/" : raw;
            int second = path.indexOf('/', 1);
            String prefix = second < 0 ? path : path.substring(0, second);
            boolean known = services.containsKey(prefix);
            Dispatch dispatch = java.util.Objects.requireNonNull(services.get(known ? prefix : ""));
            String rest = known ? path.substring(prefix.length()) : path;
            byte[] body = exchange.getRequestBody().readAllBytes();
            Witness.Heard heard = heard(exchange, known ? prefix.substring(1) : "", rest);
            witnesses.forEach(witness -> witness.asked(heard));
            List<Fault> struck = faults.strike(known ? prefix.substring(1) : "", exchange.getRequestMethod(), rest);
            if (struck.stream().anyMatch(f -> f instanceof Fault.Cut || f instanceof Fault.Dead)) {
                return; // closing the exchange without an answer cuts the connection
            }
            Optional<Answer> failure = act(struck);
            Answer answer = failure.isPresent() ? failure.get() : answer(exchange, dispatch, rest, body, number);
            witnesses.forEach(witness -> witness.answered(heard, answer.status()));
            send(exchange, answer, struck);
        }
    }

    private Witness.Heard heard(HttpExchange exchange, String service, String path) {
        String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        String project = witnesses.isEmpty() || token == null
                ? ""
                : tokens.apply(token).map(Caller::project).orElse("");
        return new Witness.Heard(exchange.getRequestMethod(), service, path, project);
    }

    /** Waits, expires tokens, and gives the answer of a fault that replaces the real one. */
    private Optional<Answer> act(List<Fault> struck) {
        Optional<Answer> failure = Optional.empty();
        for (Fault fault : struck) {
            switch (fault) {
                case Fault.Latency latency -> pause(latency.time());
                case Fault.Expire _ -> {
                    cloud.lock();
                    try {
                        expireTokens.run();
                    } finally {
                        cloud.unlock();
                    }
                }
                case Fault.Status status -> failure = Optional.of(failure(status));
                case Fault.Cut _, Fault.Dead _, Fault.Slow _, Fault.Stuck _, Fault.Broken _, Fault.Quota _ -> {}
            }
        }
        return failure;
    }

    /** As a load balancer in front of the services answers: a small HTML page, no request id. */
    private static Answer failure(Fault.Status status) {
        String line = status.status() + " " + Webob.reason(status.status());
        Answer page = Answer.text(status.status(), "text/html", "<html><body><h1>" + line + "</h1></body></html>\n");
        return status.retryAfter()
                .map(seconds -> page.with("Retry-After", seconds.toString()))
                .orElse(page);
    }

    private Answer answer(HttpExchange exchange, Dispatch dispatch, String path, byte[] body, long number) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Query query = Query.of(exchange.getRequestURI().getRawQuery());
        String id = "req-00000000-0000-4000-8000-%012d".formatted(number);
        cloud.lock();
        try {
            timeline.advance();
            return dispatch.answer(exchange.getRequestMethod(), path, query, headers, body, id);
        } finally {
            cloud.unlock();
        }
    }

    private static void send(HttpExchange exchange, Answer answer, List<Fault> struck) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = answer.payload();
        boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bare ? -1 : bytes.length);
        if (bare) {
            return;
        }
        try (OutputStream out = exchange.getResponseBody()) {
            int first = struck.stream().anyMatch(Fault.Slow.class::isInstance) ? bytes.length / 2 : 0;
            out.write(bytes, 0, first);
            for (Fault fault : struck) {
                if (fault instanceof Fault.Slow slow) {
                    out.flush();
                    pause(slow.time());
                }
            }
            out.write(bytes, first, bytes.length - first);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
