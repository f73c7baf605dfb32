package dev.allmende.openstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.config.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A cloud of canned answers on a free loopback port. Answers of one place are used up in order; the last stays. */
public final class StubCloud implements AutoCloseable {

    /** What came in. */
    public record Seen(String method, String target, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .flatMap(each -> each.getValue().stream())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Answers by hand. */
    @FunctionalInterface
    public interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final String scheme;
    private final Map<String, Deque<Handler>> places = new ConcurrentHashMap<>();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> catalog = new LinkedHashMap<>();
    private String token = "token-1";

    public StubCloud() {
        this(Optional.empty(), false);
    }

    public StubCloud(SSLContext tls) {
        this(Optional.of(tls), false);
    }

    /** @param askClient whether a client must show a certificate */
    public StubCloud(SSLContext tls, boolean askClient) {
        this(Optional.of(tls), askClient);
    }

    private StubCloud(Optional<SSLContext> tls, boolean askClient) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls.isPresent()) {
                var https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(tls.get()) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        var wanted = getSSLContext().getDefaultSSLParameters();
                        wanted.setNeedClientAuth(askClient);
                        parameters.setSSLParameters(wanted);
                    }
                });
                server = https;
            } else {
                server = HttpServer.create(address, 0);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        scheme = tls.isPresent() ? "https" : "http";
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::dispatch);
        server.start();
        on("POST /v3/auth/tokens", exchange -> write(exchange, 201, Map.of("X-Subject-Token", token), tokenBody()));
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The token that Keystone gives from now on. */
    public StubCloud token(String next) {
        token = next;
        return this;
    }

    public StubCloud serves(String type, String path) {
        catalog.put(type, url() + path);
        return this;
    }

    /** One more answer for a place such as {@code GET /v2.1/servers}; the query counts only when it is given. */
    public StubCloud on(String place, Handler handler) {
        places.computeIfAbsent(place, key -> new ArrayDeque<>()).add(handler);
        return this;
    }

    public StubCloud on(String place, int status, String body) {
        return on(place, status, Map.of(), body);
    }

    public StubCloud on(String place, int status, Map<String, String> headers, String body) {
        return on(place, exchange -> write(exchange, status, headers, body));
    }

    /** Everything that came in but logins. */
    public List<Seen> seen() {
        return seen.stream()
                .filter(each -> !each.target().startsWith("/v3/auth"))
                .toList();
    }

    public List<String> targets() {
        return seen().stream().map(each -> each.method() + " " + each.target()).toList();
    }

    public List<Seen> logins() {
        return seen.stream()
                .filter(each -> each.target().startsWith("/v3/auth"))
                .toList();
    }

    /** What the client would have waited between tries. */
    public List<Duration> pauses() {
        return pauses;
    }

    public CloudConfig config() {
        return config(url() + "/v3", TlsSettings.STANDARD, Map.of());
    }

    public CloudConfig config(String authUrl, TlsSettings tls, Map<String, String> settings) {
        var domain = new Credential.Domain(Optional.of("default"), Optional.empty());
        return new CloudConfig(
                "stub",
                "clouds.yaml",
                "RegionOne",
                authUrl,
                new Credential.Password(
                        new Credential.User(Optional.empty(), Optional.of("demo"), domain), new Secret("s3cr3t-word")),
                new Scope.Project(Optional.empty(), Optional.of("demo"), domain),
                tls,
                List.of("public"),
                settings,
                Optional.empty());
    }

    public ClientOptions options() {
        return ClientOptions.standard("test")
                .withClock(Clock.systemUTC())
                .withRetry(new ClientOptions.Retry(
                        4, Duration.ofMillis(500), Duration.ofSeconds(30), new Random(1), pauses::add));
    }

    public Cloud open() {
        return Clouds.open(config(), options());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static void write(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        write(exchange, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), target, Map.copyOf(exchange.getRequestHeaders()), body));
        var full = exchange.getRequestMethod() + " " + target;
        var plain = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        var handlers = places.containsKey(full) ? places.get(full) : places.get(plain);
        if (handlers == null) {
            write(exchange, 404, Map.of(), "{\"error\": {\"message\": \"no such place in the stub\"}}");
            return;
        }
        Handler handler;
        synchronized (handlers) {
            handler = handlers.size() > 1 ? handlers.removeFirst() : handlers.getFirst();
        }
        handler.answer(exchange);
    }

    private String tokenBody() {
        var entries = new ArrayList<String>();
        catalog.forEach((type, url) -> entries.add("""
                {"id": "1", "type": "%s", "name": "%s", "endpoints": [
                  {"interface": "public", "region_id": "RegionOne", "region": "RegionOne", "url": "%s"}]}""".formatted(type, type, url)));
        return """
                {"token": {"user": {"id": "u1", "name": "demo", "domain": {"id": "default"}},
                  "project": {"id": "p1", "name": "demo"}, "roles": [{"name": "member"}],
                  "issued_at": "2026-01-01T00:00:00.000000Z", "expires_at": "2026-01-01T01:00:00.000000Z",
                  "catalog": [%s]}}""".formatted(String.join(",", entries));
    }
}
