package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.apiserver.junit.ApiServerExtension;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class QuestionsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Asker asker = new Asker(InstantSource.system(), System::nanoTime);

    private Result ask(Question question) throws InterruptedException {
        return asker.ask(question, LIMIT, LIMIT);
    }

    private static HttpServer serve(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, 0); // in chunks
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Result http(int status, String body, @Nullable String contains) throws Exception {
        var server = serve(status, body);
        try {
            var target = new ProbeTargets.Http(url(server), null, contains, null, null);
            return ask(new HttpQuestion(target, InstantSource.fixed(NOON)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWebServerIsJudgedByItsStatusAndItsBody() throws Exception {
        var good = http(200, "all is well", "is well");
        assertThat(good.grade()).as(good.detail()).isEqualTo(Result.Grade.OK);
        assertThat(good.phases()).containsOnlyKeys("resolve", "connect", "processing", "transfer");
        assertThat(http(200, "all is well", "ill").error()).contains(Failing.BODY);
        assertThat(http(503, "", null).error()).contains(Failing.SERVER);
        assertThat(http(404, "", null).error()).contains(Failing.NOT_FOUND);
    }

    @Test
    void aPortThatNobodyHoldsRefusesTheConnection() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(ask(new TcpQuestion(new ProbeTargets.Tcp("127.0.0.1", port)))
                            .grade())
                    .isEqualTo(Result.Grade.OK);
        }
        assertThat(ask(new TcpQuestion(new ProbeTargets.Tcp("127.0.0.1", port))).error())
                .contains(Failing.CONNECT);
    }

    @Test
    void aSilentServerRunsIntoTheTimeLimit() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var target = new ProbeTargets.Http("http://127.0.0.1:" + socket.getLocalPort(), null, null, null, null);
            var question = new HttpQuestion(target, InstantSource.system());
            assertThat(asker.ask(question, Duration.ofMillis(300), LIMIT).error())
                    .contains(Failing.TIMEOUT);
        }
    }

    @Test
    void aPrometheusQueryIsBadWhileItGivesSeries() throws Exception {
        var up = serve(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        var down = serve(
                200,
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"job\":\"x\"}}]}}");
        try {
            assertThat(ask(new PrometheusQuestion(new ProbeTargets.Prometheus(url(up), "up == 0")))
                            .grade())
                    .isEqualTo(Result.Grade.OK);
            assertThat(ask(new PrometheusQuestion(new ProbeTargets.Prometheus(url(down), "up == 0")))
                            .error())
                    .contains(Failing.UNHEALTHY);
        } finally {
            up.stop(0);
            down.stop(0);
        }
    }

    @Test
    void anAddressIsReadFromAnAnswerOfDns() throws Exception {
        var question = DnsPacket.question(7, "www.example.org", DnsPacket.A);
        var answer = new byte[question.length + 16];
        System.arraycopy(question, 0, answer, 0, question.length);
        answer[7] = 1;
        var found = new byte[] {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 1, 2, 3};
        System.arraycopy(found, 0, answer, question.length, found.length);
        assertThat(DnsPacket.addresses(answer, 7, DnsPacket.A)).containsExactly("10.1.2.3");
        assertThat(ask(new DnsQuestion(new ProbeTargets.Dns("localhost", null, "127.0.0.1"), new Random(1)))
                        .grade())
                .isEqualTo(Result.Grade.OK);
    }

    @Test
    void aKubernetesApiTakesAWriteThatAWatchSees(KubernetesClient kubernetes) throws Exception {
        var question = new KubernetesQuestion(kubernetes, true, "default", "probe", InstantSource.system());
        for (int round = 0; round < 3; round++) {
            var result = ask(question);
            assertThat(result.grade()).as(result.detail()).isEqualTo(Result.Grade.OK);
            assertThat(result.phases()).containsKeys("livez", "readyz", "write", "watch");
        }
        question.close();
    }

    @Test
    void resultsAreDrawnBySharesOfTheTimeAndThinnedWithAge() {
        var history = new History(Duration.ofSeconds(30));
        for (int i = 0; i < 3 * 24 * 120; i++) {
            history.add(new Result(
                    NOON.plusSeconds(30L * i),
                    i % 10 == 0 ? Result.Grade.FAIL : Result.Grade.OK,
                    Duration.ofMillis(100),
                    Map.of(),
                    Optional.empty(),
                    ""));
        }
        var all = history.series(NOON, NOON.plus(Duration.ofDays(3)), 72);
        assertThat(all).hasSize(72).allMatch(point -> point.mean() == 100);
        assertThat(all.getFirst()).isEqualTo(new History.Point(NOON, 100, 120, 12));
        var last = history.series(NOON.plus(Duration.ofHours(71)), NOON.plus(Duration.ofHours(72)), 120);
        assertThat(last).hasSize(120).allMatch(point -> point.asked() == 1);
    }
}
