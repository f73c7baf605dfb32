package dev.allmende.openstack.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.StubCloud;
import dev.allmende.openstack.config.TlsSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {

    private final StubCloud stub = new StubCloud().serves("network", "/v2.0");

    @AfterEach
    void stop() {
        stub.close();
    }

    private Cloud open(ClientOptions options) {
        return Clouds.open(stub.config(), options);
    }

    private static Service network(Cloud cloud) {
        return cloud.service(ServiceType.NETWORK);
    }

    private static byte[] zipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void unpacksGzip() {
        stub.on(
                "GET /v2.0/networks",
                exchange -> StubCloud.write(
                        exchange,
                        200,
                        Map.of("Content-Encoding", "gzip"),
                        zipped("{\"networks\": []}".getBytes(StandardCharsets.UTF_8))));
        try (var cloud = stub.open()) {
            assertThat(network(cloud).send(Call.get("/networks")).text()).isEqualTo("{\"networks\": []}");
        }
    }

    @Test
    void breaksOffABodyThatIsTooLarge() {
        stub.on("GET /v2.0/networks", 200, "x".repeat(5000));
        tooLarge();
    }

    @Test
    void breaksOffASmallBodyThatUnpacksTooLarge() {
        stub.on(
                "GET /v2.0/networks",
                exchange ->
                        StubCloud.write(exchange, 200, Map.of("Content-Encoding", "gzip"), zipped(new byte[100_000])));
        tooLarge();
    }

    private void tooLarge() {
        try (var cloud = open(stub.options().withBodyLimit(4000))) {
            var network = network(cloud);
            assertThatThrownBy(() -> network.send(Call.get("/networks")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED))
                    .hasMessageContaining("larger than 4000 bytes");
        }
        assertThat(stub.pauses()).isEmpty();
    }

    @Test
    void waitsNoLongerThanTheReadLimitForABodyThatStalls() throws Exception {
        var release = new CountDownLatch(1);
        stub.on("GET /v2.0/networks", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        try (var cloud = Clouds.open(stub.config(), stub.options())) {
            cloud.token();
        }
        try (var cloud = open(stub.options().withReadLimit(Duration.ofMillis(1500)))) {
            var network = network(cloud);
            assertThatThrownBy(() -> network.send(Call.get("/networks")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONNECTION))
                    .hasMessageContainingAll(
                            "no full answer within 1500 ms, tried 2 times", "whether the service runs");
        } finally {
            release.countDown();
        }
    }

    @Test
    void saysThatTheConnectionWasRefused() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var config = stub.config("http://127.0.0.1:" + port + "/v3", TlsSettings.STANDARD, Map.of());
        try (var cloud = Clouds.open(config, stub.options())) {
            assertThatThrownBy(cloud::token)
                    .isInstanceOfSatisfying(
                            OpenStackException.class,
                            e -> assertThat(e.isTransient()).isTrue())
                    .hasMessage("cloud 'stub': POST http://127.0.0.1:" + port + "/v3/auth/tokens: connection refused,"
                            + " tried 4 times; check the URL and whether the service runs");
        }
        assertThat(stub.pauses()).hasSize(3);
    }

    @Test
    void saysAtOnceThatAHostNameIsUnknown() {
        var config = stub.config("http://no-such-host.invalid/v3", TlsSettings.STANDARD, Map.of());
        try (var cloud = Clouds.open(config, stub.options())) {
            assertThatThrownBy(cloud::token).hasMessageContaining("the host name is unknown; check the URL");
        }
        assertThat(stub.pauses()).isEmpty();
    }

    @Test
    void neverHasMoreRequestsUnderWayThanAllowed() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var gate = new Semaphore(0);
        var entered = new Semaphore(0);
        stub.on("GET /v2.0/networks", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            entered.release();
            gate.acquireUninterruptibly();
            now.decrementAndGet();
            StubCloud.write(exchange, 200, Map.of(), "{}");
        });
        try (var cloud = open(stub.options().withInFlight(3));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var network = network(cloud);
            var all = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> network.send(Call.get("/networks"))))
                    .toList();
            entered.acquire(3);
            gate.release(12);
            for (var each : all) {
                assertThat(each.get().ok()).isTrue();
            }
        }
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void stopsWaitingWhenInterrupted() throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        stub.on("GET /v2.0/networks", exchange -> {
            entered.countDown();
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            StubCloud.write(exchange, 200, Map.of(), "{}");
        });
        try (var cloud = stub.open()) {
            var network = network(cloud);
            var caught = new java.util.concurrent.CompletableFuture<String>();
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    network.send(Call.get("/networks"));
                    caught.complete("an answer");
                } catch (OpenStackException stopped) {
                    caught.complete(
                            stopped.getMessage() + " " + Thread.currentThread().isInterrupted());
                }
            });
            entered.await();
            thread.interrupt();
            assertThat(caught.get(20, TimeUnit.SECONDS)).endsWith("interrupted true");
        } finally {
            release.countDown();
        }
    }
}
