package dev.allmende.openstack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.StubCloud;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Credential.Domain;
import dev.allmende.openstack.config.Credential.User;
import dev.allmende.openstack.config.Scope;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.config.TlsSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final Domain DEFAULT = new Domain(Optional.of("default"), Optional.empty());

    private final StubCloud stub = new StubCloud().serves("network", "/v2.0");

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void writesPasswordAndProject() {
        var user =
                new User(Optional.empty(), Optional.of("demo"), new Domain(Optional.empty(), Optional.of("Default")));
        assertThat(body(
                        new Credential.Password(user, new Secret("pw")),
                        new Scope.Project(Optional.empty(), Optional.of("demo"), DEFAULT)))
                .isEqualTo("""
                        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"demo",\
                        "domain":{"name":"Default"},"password":"pw"}}},\
                        "scope":{"project":{"name":"demo","domain":{"id":"default"}}}}}""");
    }

    @Test
    void writesApplicationCredentialsByIdAndByName() {
        assertThat(body(
                        new Credential.ApplicationCredential(
                                Optional.of("ac"), Optional.empty(), Optional.empty(), new Secret("s")),
                        new Scope.Unsaid()))
                .isEqualTo("""
                        {"auth":{"identity":{"methods":["application_credential"],\
                        "application_credential":{"id":"ac","secret":"s"}}}}""");
        assertThat(body(
                        new Credential.ApplicationCredential(
                                Optional.empty(),
                                Optional.of("n"),
                                Optional.of(new User(Optional.of("u"), Optional.empty(), Domain.UNSAID)),
                                new Secret("s")),
                        new Scope.Unsaid()))
                .contains("\"application_credential\":{\"name\":\"n\",\"user\":{\"id\":\"u\"},\"secret\":\"s\"}");
    }

    @Test
    void writesTokensAndTheOtherScopes() {
        var token = new Credential.IssuedToken(new Secret("t"));
        assertThat(body(token, new Scope.OfSystem())).isEqualTo("""
                        {"auth":{"identity":{"methods":["token"],"token":{"id":"t"}},"scope":{"system":{"all":true}}}}""");
        assertThat(body(token, new Scope.OfDomain(DEFAULT))).contains("\"scope\":{\"domain\":{\"id\":\"default\"}}");
        assertThat(body(token, new Scope.OfTrust("tr"))).contains("\"scope\":{\"OS-TRUST:trust\":{\"id\":\"tr\"}}");
    }

    private static String body(Credential credential, Scope scope) {
        return new String(AuthRequest.body(credential, scope), StandardCharsets.UTF_8);
    }

    @Test
    void readsTheTokensFacts() {
        try (var cloud = stub.open()) {
            var token = cloud.token();
            assertThat(token.userName()).isEqualTo("demo");
            assertThat(token.projectId()).contains("p1");
            assertThat(token.roles()).containsExactly("member");
            assertThat(token.catalog()).hasSize(1);
            assertThat(token.system()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void findsTheVersionWhenTheUrlNamesNone(String end) {
        stub.on("GET /", 300, """
                {"versions": {"values": [{"id": "v3.14", "status": "stable",
                  "links": [{"rel": "self", "href": "http://inner:5000/v3/"}]}]}}""");
        try (var cloud = Clouds.open(stub.config(stub.url() + end, TlsSettings.STANDARD, Map.of()), stub.options())) {
            assertThat(cloud.token().userId()).isEqualTo("u1");
        }
        assertThat(stub.targets()).containsExactly("GET /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3", "/v3/", "/v2.0"})
    void asksForNoVersionWhenTheUrlNamesOne(String end) {
        try (var cloud = Clouds.open(stub.config(stub.url() + end, TlsSettings.STANDARD, Map.of()), stub.options())) {
            assertThat(cloud.token().userId()).isEqualTo("u1");
        }
        assertThat(stub.targets()).isEmpty();
    }

    @Test
    void takesV3WhenTheRootShowsNoVersions() {
        stub.on("GET /", 200, "<html>welcome</html>");
        try (var cloud = Clouds.open(stub.config(stub.url(), TlsSettings.STANDARD, Map.of()), stub.options())) {
            assertThat(cloud.token().userId()).isEqualTo("u1");
        }
    }

    @Test
    void asksOnlyOnceWithAWrongPasswordSoThatNobodyIsLockedOut() throws Exception {
        try (var refusing = new StubCloud();
                var cloud = Clouds.open(refused(refusing), refusing.options());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            refusing.on(
                    "POST /refused/v3/auth/tokens",
                    401,
                    Map.of("X-Openstack-Request-Id", "req-1"),
                    "{\"error\": {\"message\": \"s3cr3t-word is not it\"}}");
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> messageOf(cloud)))
                    .toList();
            for (var each : all) {
                assertThat(each.get())
                        .isEqualTo("cloud 'stub': " + refusing.url()
                                + "/refused/v3/auth/tokens refused user 'demo' (401: *** is not it, request id req-1);"
                                + " check username, password, user_domain_name and the project in clouds.yaml");
            }
            assertThat(refusing.targets()).hasSize(1);
        }
    }

    private static dev.allmende.openstack.config.CloudConfig refused(StubCloud stub) {
        return stub.config(stub.url() + "/refused/v3", TlsSettings.STANDARD, Map.of());
    }

    private static String messageOf(dev.allmende.openstack.Cloud cloud) {
        try {
            cloud.token();
            return "no exception";
        } catch (OpenStackException refused) {
            assertThat(refused.kind()).isEqualTo(Kind.CREDENTIAL);
            return String.valueOf(refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404,NOT_FOUND,check auth_url",
        "300,NOT_FOUND,check auth_url",
        "500,UNAVAILABLE,try again later",
        "400,REFUSED,check clouds.yaml"
    })
    void tellsOtherRefusalsApart(int status, Kind kind, String remedy) {
        stub.on("POST /other/v3/auth/tokens", status, "{\"error\": {\"message\": \"why\"}}");
        try (var cloud =
                Clouds.open(stub.config(stub.url() + "/other/v3", TlsSettings.STANDARD, Map.of()), stub.options())) {
            assertThatThrownBy(cloud::token)
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                    .hasMessageContainingAll("cloud 'stub'", "/other/v3/auth/tokens", "why", remedy);
        }
    }

    @Test
    void takesKeystonesNotFoundForATokenAsARefusal() {
        stub.on("POST /other/v3/auth/tokens", 404, "{\"error\": {\"message\": \"Could not recognize Fernet token\"}}");
        var plain = stub.config(stub.url() + "/other/v3", TlsSettings.STANDARD, Map.of());
        var config = new dev.allmende.openstack.config.CloudConfig(
                plain.name(),
                plain.origin(),
                plain.region(),
                plain.authUrl(),
                new Credential.IssuedToken(new Secret("some-token")),
                plain.scope(),
                plain.tls(),
                plain.interfaces(),
                Map.of(),
                Optional.empty());
        try (var cloud = Clouds.open(config, stub.options())) {
            assertThatThrownBy(cloud::token)
                    .isInstanceOfSatisfying(
                            OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CREDENTIAL))
                    .hasMessageContaining("refused the given token");
        }
    }

    @Test
    void saysSoWhenTheAnswerIsNoToken() {
        stub.on("POST /other/v3/auth/tokens", 200, "<html>login here</html>");
        try (var cloud =
                Clouds.open(stub.config(stub.url() + "/other/v3", TlsSettings.STANDARD, Map.of()), stub.options())) {
            assertThatThrownBy(cloud::token).hasMessageContainingAll("is no Keystone v3 token", "check auth_url");
        }
    }

    @Test
    void renewsShortlyBeforeTheEndWhateverKeystonesClockSays() {
        var now = new AtomicReference<>(Instant.parse("2030-06-01T12:00:00Z"));
        stub.on("GET /v2.0/networks", 200, "{}");
        try (var cloud = Clouds.open(stub.config(), stub.options().withClock(new Hand(now)))) {
            var network = cloud.service(ServiceType.NETWORK);
            network.send(Call.get("/networks"));
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(59)));
            network.send(Call.get("/networks"));
            assertThat(stub.logins()).hasSize(1);
            now.updateAndGet(at -> at.plusSeconds(30));
            stub.token("token-2");
            network.send(Call.get("/networks"));
            assertThat(stub.logins()).hasSize(2);
            assertThat(stub.seen().getLast().header("X-Auth-Token")).isEqualTo("token-2");
        }
    }

    /** A clock that stands where it is put. */
    private static final class Hand extends Clock {
        private final AtomicReference<Instant> now;

        Hand(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
