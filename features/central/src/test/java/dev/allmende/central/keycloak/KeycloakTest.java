package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.junit.FakePeer.Seen;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong, and what is told of it. */
class KeycloakTest {

    private static final WantedGroup GROUP =
            new WantedGroup("dev", Optional.empty(), Map.of(), Optional.empty(), false);

    private final FakeKeycloak fake = new FakeKeycloak();
    private final Keycloak keycloak = fake.open();

    KeycloakTest() {
        fake.realm("acme");
    }

    @AfterEach
    void close() {
        keycloak.close();
        fake.close();
    }

    @Test
    void logsInOnceForManyCalls() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<Future<?>>();
            for (var i = 0; i < 20; i++) {
                all.add(threads.submit(() -> keycloak.groups("acme").find(GROUP)));
            }
            for (var each : all) {
                each.get();
            }
        }
        assertThat(fake.logins()).isEqualTo(1);
    }

    @Test
    void renewsTheTokenWhenItIsRefused() {
        keycloak.groups("acme").find(GROUP);
        fake.revoke();
        keycloak.groups("acme").create(GROUP, "owner");
        assertThat(fake.logins()).isEqualTo(2);
        assertThat(fake.realm("acme").groups()).hasSize(1);
    }

    @Test
    void renewsTheTokenBeforeItsEnd() {
        var now = new Instant[] {Instant.parse("2026-01-01T00:00:00Z")};
        InstantSource source = () -> now[0];
        try (var patient = Keycloak.open(fake.connection(), source.withZone(ZoneOffset.UTC))) {
            patient.realms().get("acme");
            now[0] = now[0].plusSeconds(49);
            patient.realms().get("acme");
            assertThat(fake.logins()).isEqualTo(1);
            now[0] = now[0].plusSeconds(1);
            patient.realms().get("acme");
            assertThat(fake.logins()).isEqualTo(2);
        }
    }

    @Test
    void aRightGivenSinceTheLoginIsFound() {
        keycloak.realms().get("acme");
        fake.peer().fail("POST /admin/realms/acme/groups", 403, "{\"error\":\"HTTP 403 Forbidden\"}");
        assertThat(keycloak.groups("acme").create(GROUP, "owner")).isNotEmpty();
        assertThat(fake.logins()).isEqualTo(2);
    }

    @Test
    void aRightThatIsMissingIsToldAfterOneMoreTry() {
        for (var i = 0; i < 2; i++) {
            fake.peer().fail("POST /admin/realms/acme/groups", 403, "{\"error\":\"HTTP 403 Forbidden\"}");
        }
        assertFails(Kind.FORBIDDEN, () -> keycloak.groups("acme").create(GROUP, "owner"))
                .hasMessageContainingAll("POST /admin/realms/acme/groups", "realm-management");
        assertThat(fake.peer().changes().stream().filter(call -> call.contains("/groups")))
                .hasSize(2);
    }

    @Test
    void aRefusedLoginNamesTheUserAndNotThePassword() {
        var login = new Login.Password("master", "admin-cli", "admin", new Secret("falsches-wort"));
        var connection = new Connection(fake.peer().uri(), login, Optional.empty(), Limits.STANDARD);
        try (var wrong = Keycloak.open(connection, Clock.systemUTC())) {
            assertFails(Kind.UNAUTHORIZED, () -> wrong.realms().get("acme"))
                    .hasMessageContainingAll(fake.peer().uri().toString(), "user 'admin'", "401", "Secret")
                    .hasMessageNotContaining("falsches-wort");
        }
    }

    @Test
    void aLoginByClientCredentialsWorks() {
        var login = new Login.ClientCredentials("master", "robot", new Secret(FakeKeycloak.PASSWORD));
        var connection = new Connection(fake.peer().uri(), login, Optional.empty(), Limits.STANDARD);
        try (var robot = Keycloak.open(connection, Clock.systemUTC())) {
            assertThat(robot.realms().get("acme")).isPresent();
        }
        assertThat(fake.peer().seen())
                .extracting(Seen::text)
                .anyMatch(form -> form.contains("grant_type=client_credentials") && form.contains("client_id=robot"));
    }

    @Test
    void aRealmOfTheLoginThatIsNotThereIsTold() {
        var login = new Login.Password("nirgends", "admin-cli", "admin", new Secret(FakeKeycloak.PASSWORD));
        var connection = new Connection(fake.peer().uri(), login, Optional.empty(), Limits.STANDARD);
        try (var lost = Keycloak.open(connection, Clock.systemUTC())) {
            assertFails(Kind.UNAUTHORIZED, () -> lost.realms().get("acme"))
                    .hasMessageContainingAll("Realm does not exist", "realm of the login");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID",
        "401,UNAUTHORIZED",
        "404,NOT_FOUND",
        "409,CONFLICT",
        "422,INVALID",
        "429,UNAVAILABLE",
        "500,UNAVAILABLE",
        "503,UNAVAILABLE"
    })
    void refusalsAreToldApart(int status, Kind kind) {
        for (var i = 0; i < 2; i++) {
            fake.peer().fail("POST /admin/realms/acme/groups", status, "{\"errorMessage\":\"so  nicht\\n\"}");
        }
        assertFails(kind, () -> keycloak.groups("acme").create(GROUP, "owner"))
                .hasMessageContaining(": " + status + " so nicht")
                .isInstanceOfSatisfying(PeerException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e.isTransient()).isEqualTo(kind == Kind.UNAVAILABLE);
                    assertThat(e.getMessage()).doesNotContain("\n");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'field':'email','errorMessage':'error-invalid-email'}        | email: error-invalid-email",
                "{'errors':[{'field':'a','errorMessage':'x'},{'errorMessage':'y'}]} | a: x, y",
                "{'error':'invalid_input','error_description':'A bad URI'}     | A bad URI",
                "<html>nothing here</html>                                     | no reason given",
            })
    void theServersWordsAreFound(String body, String words) {
        fake.peer().fail("POST /admin/realms/acme/groups", 400, body.replace('\'', '"'));
        assertFails(Kind.INVALID, () -> keycloak.groups("acme").create(GROUP, "owner"))
                .hasMessageContaining("400 " + words + ";");
    }

    @Test
    void aServerThatIsNotThereIsToldAsPassing() {
        fake.close();
        assertFails(Kind.UNAVAILABLE, () -> keycloak.realms().get("acme"))
                .hasMessageContainingAll(fake.peer().uri().toString(), "no connection", "check the address");
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        var limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), 1 << 20);
        var slow = new Connection(fake.peer().uri(), fake.connection().login(), Optional.empty(), limits);
        var release = new java.util.concurrent.CountDownLatch(1);
        fake.peer().fail("GET /admin/realms/acme", exchange -> await(release));
        try (var hasty = Keycloak.open(slow, Clock.systemUTC())) {
            assertFails(Kind.UNAVAILABLE, () -> hasty.realms().get("acme"))
                    .hasMessageContaining("no full answer within 200 ms");
        } finally {
            release.countDown();
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() {
        var limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 2048);
        var small = new Connection(fake.peer().uri(), fake.connection().login(), Optional.empty(), limits);
        fake.peer().fail("GET /admin/realms/acme", 200, "\"" + "x".repeat(4096) + "\"");
        try (var strict = Keycloak.open(small, Clock.systemUTC())) {
            assertFails(Kind.UNAVAILABLE, () -> strict.realms().get("acme")).hasMessageContaining("larger than 2048");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsGarbled() {
        fake.peer().fail("GET /admin/realms/acme", 200, "<html>");
        assertFails(Kind.GARBLED, () -> keycloak.realms().get("acme")).hasMessageContaining("is this Keycloak's");
    }

    @Test
    void aLoginAnswerWithoutATokenIsGarbled() {
        fake.peer().fail("POST /realms/master", 200, "{}");
        assertFails(Kind.GARBLED, () -> keycloak.realms().get("acme")).hasMessageContaining("base address");
    }

    @Test
    void anAddressThatIsNoneIsInvalid() {
        var connection = new Connection(
                URI.create("ftp://example.org"), fake.connection().login(), Optional.empty(), Limits.STANDARD);
        try (var odd = Keycloak.open(connection, Clock.systemUTC())) {
            assertFails(Kind.INVALID, () -> odd.realms().get("acme")).hasMessageContaining("no http or https");
        }
    }

    @Test
    void creationIsOneChangingCall() {
        keycloak.realms().get("acme");
        fake.peer().forget();
        keycloak.groups("acme").create(GROUP, "owner");
        assertThat(fake.peer().changes()).containsExactly("POST /admin/realms/acme/groups");
    }

    @Test
    void namesCannotClimb() {
        assertThat(keycloak.realms().get("..")).isEmpty();
        assertThat(fake.peer().seen()).extracting(Seen::target).contains("/admin/realms/%2E%2E");
    }

    @Test
    void nothingShowsItsSecrets() {
        fake.realm("acme");
        var clients = keycloak.clients("acme");
        var id = clients.create(
                new WantedClient(
                        "web",
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        "openid-connect",
                        false,
                        WantedClient.Flows.STANDARD,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        WantedClient.Scopes.UNSAID,
                        Optional.empty()),
                "owner");
        var secret = clients.secret(id).orElseThrow().reveal();
        assertThat(List.of(clients.get(id).orElseThrow(), fake.connection(), clients.secret(id)))
                .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain(secret, FakeKeycloak.PASSWORD));
    }

    private static void await(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
