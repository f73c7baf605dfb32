package dev.allmende.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.config.TlsSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogServiceTest {

    private static final String NOVA = """
            {"version": {"id": "v2.1", "status": "CURRENT", "version": "2.93", "min_version": "2.1",
              "links": [{"rel": "self", "href": "http://inner:8774/v2.1/"}]}}""";

    private final StubCloud stub =
            new StubCloud().serves("compute", "/nova/v2.1").serves("network", "/neutron");

    @AfterEach
    void stop() {
        stub.close();
    }

    private Service compute(Cloud cloud) {
        stub.on("GET /nova/v2.1/", 200, NOVA);
        return cloud.service(ServiceType.COMPUTE);
    }

    @Test
    void sendsTokenMicroversionAndUserAgent() {
        stub.on("GET /nova/v2.1/flavors/detail", 200, "{\"flavors\": []}");
        try (var cloud = stub.open()) {
            var answer = compute(cloud).send(Call.get("/flavors/detail").with("is_public", "None"));
            assertThat(answer.text()).isEqualTo("{\"flavors\": []}");
        }
        assertThat(stub.targets()).containsExactly("GET /nova/v2.1/", "GET /nova/v2.1/flavors/detail?is_public=None");
        var call = stub.seen().getLast();
        assertThat(call.header("X-Auth-Token")).isEqualTo("token-1");
        assertThat(call.header("OpenStack-API-Version")).isEqualTo("compute 2.93");
        assertThat(call.header("X-OpenStack-Nova-API-Version")).isEmpty();
        assertThat(call.header("User-Agent")).isEqualTo("allmende/test");
        assertThat(call.header("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void tellsAnOldNovaItsMicroversionInTheOldHeader() {
        stub.on("GET /nova/v2.1/", 200, NOVA.replace("2.93", "2.12")).on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            cloud.service(ServiceType.COMPUTE).send(Call.get("/servers"));
        }
        assertThat(stub.seen().getLast().header("X-OpenStack-Nova-API-Version")).isEqualTo("2.12");
    }

    @Test
    void aCallMayNameItsOwnMicroversion() {
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            compute(cloud).send(Call.get("/servers").header("openstack-api-version", "compute 2.1"));
        }
        assertThat(stub.seen().getLast().headers().get("Openstack-api-version")).containsExactly("compute 2.1");
    }

    @Test
    void asksForVersionsOnceHoweverManyThreadsStart() throws Exception {
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stub.on("GET /nova/v2.1/", 200, NOVA);
            var all = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(
                            () -> cloud.service(ServiceType.COMPUTE).send(Call.get("/servers"))))
                    .toList();
            for (var each : all) {
                assertThat(each.get().ok()).isTrue();
            }
        }
        assertThat(stub.logins()).hasSize(1);
        assertThat(stub.targets()).filteredOn("GET /nova/v2.1/"::equals).hasSize(1);
    }

    @Test
    void logsInAgainOnceWhenTheTokenIsRefused() throws Exception {
        stub.on("GET /nova/v2.1/servers", exchange -> {
            var fresh = "token-2".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
            StubCloud.write(exchange, fresh ? 200 : 401, Map.of(), "{}");
        });
        try (var cloud = stub.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var compute = compute(cloud);
            compute.baseUrl();
            stub.token("token-2");
            var all = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(i -> threads.submit(() -> compute.send(Call.get("/servers"))))
                    .toList();
            for (var each : all) {
                assertThat(each.get().status()).isEqualTo(200);
            }
        }
        assertThat(stub.logins()).hasSize(2);
    }

    @Test
    void aServiceThatTakesNoTokenAtAllIsACredentialError() {
        stub.on("GET /nova/v2.1/servers", 401, "{\"error\": {\"message\": \"no\"}}");
        try (var cloud = stub.open()) {
            var compute = compute(cloud);
            assertThatThrownBy(() -> compute.send(Call.get("/servers")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CREDENTIAL))
                    .hasMessageContainingAll("401", "does not take Keystone's tokens");
        }
        assertThat(stub.logins()).hasSize(2);
    }

    @Test
    void triesAgainAsLongAsTheServiceAsks() {
        stub.on("GET /nova/v2.1/servers", 429, Map.of("Retry-After", "7"), "")
                .on("GET /nova/v2.1/servers", 503, "")
                .on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            assertThat(compute(cloud).send(Call.get("/servers")).ok()).isTrue();
        }
        assertThat(stub.pauses()).hasSize(2).first().isEqualTo(Duration.ofSeconds(7));
        assertThat(stub.pauses().getLast()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void givesUpAfterFourTriesWithTheRequestIdAtHand() {
        stub.on("GET /nova/v2.1/servers", 503, Map.of("X-Openstack-Request-Id", "req-7"), "<html>busy</html>");
        try (var cloud = stub.open()) {
            var compute = compute(cloud);
            assertThatThrownBy(() -> compute.send(Call.get("/servers")))
                    .isInstanceOfSatisfying(OpenStackException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
                        assertThat(e.isTransient()).isTrue();
                        assertThat(e.requestId()).contains("req-7");
                    })
                    .hasMessage("cloud 'stub': GET " + stub.url() + "/nova/v2.1/servers: 503 busy (request id req-7)");
        }
        assertThat(stub.targets()).filteredOn("GET /nova/v2.1/servers"::equals).hasSize(4);
    }

    @Test
    void neverSendsAPostTwiceWhenItMayHaveWorked() {
        stub.on("POST /nova/v2.1/servers", 502, "");
        try (var cloud = stub.open()) {
            assertThat(compute(cloud)
                            .ask(Call.post("/servers", "{}".getBytes(StandardCharsets.UTF_8)))
                            .status())
                    .isEqualTo(502);
        }
        assertThat(stub.targets()).filteredOn("POST /nova/v2.1/servers"::equals).hasSize(1);
    }

    @Test
    void sendsAPostAgainWhenTheServiceDidNotTakeItUp() {
        stub.on("POST /nova/v2.1/servers", 429, "")
                .on("POST /nova/v2.1/servers", 503, Map.of("Retry-After", "1"), "")
                .on("POST /nova/v2.1/servers", 202, "{}");
        try (var cloud = stub.open()) {
            assertThat(compute(cloud)
                            .send(Call.post("/servers", "{}".getBytes(StandardCharsets.UTF_8)))
                            .status())
                    .isEqualTo(202);
        }
        assertThat(stub.seen().getLast().body()).isEqualTo("{}");
    }

    @Test
    void doesNotWaitAsLongAsAServiceWishes() {
        stub.on("GET /nova/v2.1/servers", 429, Map.of("Retry-After", "3600"), "");
        try (var cloud = stub.open()) {
            assertThat(compute(cloud).ask(Call.get("/servers")).status()).isEqualTo(429);
        }
        assertThat(stub.pauses()).isEmpty();
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        stub.on("GET /nova/v2.1/servers", exchange -> {
            // Promises more than it sends.
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        });
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            assertThat(compute(cloud).send(Call.get("/servers")).text()).isEqualTo("{}");
        }
        assertThat(stub.pauses()).hasSize(1);
    }

    @Test
    void givesAnswersOfAllKindsToWhoAsks() {
        stub.on("GET /nova/v2.1/servers", 409, "{\"conflictingRequest\": {\"code\": 409, \"message\": \"busy\"}}");
        try (var cloud = stub.open()) {
            var compute = compute(cloud);
            assertThat(compute.ask(Call.get("/servers")).status()).isEqualTo(409);
            assertThatThrownBy(() -> compute.send(Call.get("/servers")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        }
    }

    @Test
    void readsVersionsFromARootThatAnswers300() {
        stub.on("GET /neutron/", 300, """
                {"versions": [{"id": "v2.0", "status": "CURRENT", "links": [{"rel": "self", "href": "http://inner/v2.0/"}]}]}""");
        try (var cloud = stub.open()) {
            assertThat(cloud.service(ServiceType.NETWORK).baseUrl()).isEqualTo(stub.url() + "/neutron/v2.0");
        }
    }

    @Test
    void asksNothingWhenSettingsSayItAll() {
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        var config =
                stub.config(stub.url() + "/v3", TlsSettings.STANDARD, Map.of("compute_default_microversion", "2.79"));
        try (var cloud = Clouds.open(config, stub.options())) {
            cloud.service(ServiceType.COMPUTE).send(Call.get("/servers"));
        }
        assertThat(stub.targets()).containsExactly("GET /nova/v2.1/servers");
        assertThat(stub.seen().getLast().header("OpenStack-API-Version")).isEqualTo("compute 2.79");
    }

    @Test
    void encodesQueryValues() {
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            compute(cloud).send(Call.get("/servers").with("name", "a b&c=ü/+"));
        }
        assertThat(stub.targets().getLast()).isEqualTo("GET /nova/v2.1/servers?name=a%20b%26c%3D%C3%BC%2F%2B");
    }

    @Test
    void sendsNoTokenToAnotherHost() {
        try (var cloud = stub.open()) {
            var compute = compute(cloud);
            assertThatThrownBy(() -> compute.send(Call.get("http://elsewhere.example/servers")))
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED))
                    .hasMessageContaining("points to another host");
        }
    }

    @Test
    void bringsLinksOfAnInnerHostBackToTheCatalogs() {
        stub.on("GET /nova/v2.1/servers", 200, "{}");
        try (var cloud = stub.open()) {
            compute(cloud).send(Call.get("http://inner:8774/v2.1/servers?marker=7"));
        }
        assertThat(stub.targets().getLast()).isEqualTo("GET /nova/v2.1/servers?marker=7");
    }

    @Test
    void aSecretThatAServiceEchoesIsBlottedOut() {
        stub.on("GET /nova/v2.1/servers", 400, "{\"badRequest\": {\"message\": \"what is s3cr3t-word?\"}}");
        try (var cloud = stub.open()) {
            var compute = compute(cloud);
            assertThatThrownBy(() -> compute.send(Call.get("/servers")))
                    .hasMessageContaining("what is ***?")
                    .hasMessageNotContaining("s3cr3t");
        }
    }
}
