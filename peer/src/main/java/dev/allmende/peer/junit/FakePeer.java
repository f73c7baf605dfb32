package dev.allmende.peer.junit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A peer on a free loopback port. What it answers is up to the test; faults come before that, each used up once. */
public final class FakePeer implements AutoCloseable {

    /** What came in. */
    public record Seen(String method, String target, Map<String, List<String>> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** First value of a header, empty when there is none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .flatMap(each -> each.getValue().stream())
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    /** What goes out. */
    public record Said(int status, Map<String, String> headers, byte[] body) {
        public static Said of(int status, String body) {
            return new Said(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers by thought. */
    @FunctionalInterface
    public interface Mind {
        Said answer(Seen seen) throws IOException;
    }

    /** Answers, or does something else, by hand. */
    @FunctionalInterface
    public interface Hand {
        void answer(HttpExchange exchange) throws IOException;
    }

    private record Fault(String start, Hand hand) {}

    private final HttpServer server;
    private final String scheme;
    private final Mind mind;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

    public FakePeer(Mind mind) {
        this(Optional.empty(), mind);
    }

    public FakePeer(Optional<SSLContext> tls, Mind mind) {
        this.mind = mind;
        this.scheme = tls.isPresent() ? "https" : "http";
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls.isPresent()) {
                var https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
                server = https;
            } else {
                server = HttpServer.create(address, 0);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::dispatch);
        server.start();
    }

    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next request that starts so, as {@code POST /admin/realms}, is answered like this instead. */
    public void fail(String start, Hand hand) {
        faults.add(new Fault(start, hand));
    }

    public void fail(String start, int status, String body) {
        fail(start, exchange -> write(exchange, Said.of(status, body)));
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Method and target of all but reads. */
    public List<String> changes() {
        return seen().stream()
                .filter(each -> !each.method().equals("GET") && !each.method().equals("HEAD"))
                .map(Seen::toString)
                .toList();
    }

    public void forget() {
        seen.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        try (exchange) {
            var came = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            seen.add(came);
            var fault = faults.stream()
                    .filter(each -> came.toString().startsWith(each.start()))
                    .findFirst();
            if (fault.isPresent()) {
                faults.remove(fault.get());
                fault.get().hand().answer(exchange);
            } else {
                write(exchange, mind.answer(came));
            }
        }
    }

    public static void write(HttpExchange exchange, Said said) throws IOException {
        said.headers().forEach(exchange.getResponseHeaders()::add);
        var none = said.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(said.status(), none ? -1 : said.body().length);
        if (!none) {
            exchange.getResponseBody().write(said.body());
        }
    }
}
