package dev.allmende.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer that RFC 8628 knows, and those of broken servers. Waits only move the clock. */
class DeviceFlowTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

    private @TempDir Path folder = Path.of("");
    private final List<Duration> waits = new ArrayList<>();
    private final List<Invitation> shown = new ArrayList<>();
    private Instant now = START;
    private DeviceIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = new DeviceIssuer(folder);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private Tokens run(Client client) throws Exception {
        try (var speaker = Speaker.to(client)) {
            return new DeviceFlow(speaker, () -> now, this::pause, new SecureRandom(), shown::add).run();
        }
    }

    private Tokens run() throws Exception {
        return run(issuer.client());
    }

    private void pause(Duration time) {
        waits.add(time);
        now = now.plus(time);
    }

    private static List<Duration> seconds(int... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    private void fails(int exitCode, String... parts) {
        assertThatThrownBy(this::run).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.getMessage())
                    .startsWith(issuer.url())
                    .contains(parts)
                    .doesNotContain("\n");
            assertThat(DeviceIssuer.showsSecret(String.valueOf(error.getMessage())))
                    .isFalse();
            assertThat(error.exitCode()).isEqualTo(exitCode);
        });
    }

    @Test
    void whoAgreesIsSignedIn() throws Exception {
        issuer.refuse("authorization_pending");
        issuer.refuse("authorization_pending");
        var tokens = run();
        assertThat(tokens.user()).isEqualTo("carla");
        assertThat(tokens.refresh()).isPresent();
        assertThat(tokens.toString()).matches(text -> !DeviceIssuer.showsSecret(text));
        assertThat(waits).isEqualTo(seconds(1, 1, 1));
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().text())
                .contains(issuer.url() + "/page?user_code=WDJB-MJHT", "WDJB-MJHT", "a minute");
        var begun = issuer.asked("/device").getFirst().form();
        assertThat(begun.text("client_id")).isEqualTo(DeviceIssuer.CLIENT);
        assertThat(begun.text("scope")).isEqualTo("openid profile email");
    }

    @Test
    void aPageWithoutTheCodeSaysToTypeIt() throws Exception {
        issuer.invitation = json -> json.remove("verification_uri_complete");
        run();
        assertThat(shown.getFirst().text())
                .contains(issuer.url() + "/page\n", "type the code WDJB-MJHT")
                .doesNotContain("user_code");
    }

    @Test
    void slowDownMakesTheIntervalFiveSecondsLongerForGood() throws Exception {
        issuer.refuse("slow_down");
        issuer.refuse("authorization_pending");
        issuer.refuse("slow_down");
        run();
        assertThat(waits).isEqualTo(seconds(1, 6, 6, 11));
    }

    @Test
    void withoutAnIntervalItIsFiveSeconds() throws Exception {
        issuer.invitation = json -> json.remove("interval");
        run();
        assertThat(waits).isEqualTo(seconds(5));
    }

    @Test
    void aServerThatIsDownForAWhileIsAskedEverMoreSeldom() throws Exception {
        issuer.fail(503);
        issuer.breakOff();
        issuer.fail(429);
        issuer.refuse("temporarily_unavailable");
        assertThat(run().user()).isEqualTo("carla");
        assertThat(waits).isEqualTo(seconds(1, 2, 4, 8, 16));
    }

    @Test
    void whoDoesNotAgreeIsNotSignedIn() {
        issuer.refuse("access_denied");
        fails(ExitCode.REFUSED, "refused on the page");
    }

    @Test
    void aCodeThatTheIssuerLetExpireEndsIt() {
        issuer.refuse("expired_token");
        fails(ExitCode.REFUSED, "nobody agreed in time");
    }

    @Test
    void itEndsByItselfWhenTheTimeIsOver() {
        issuer.invitation = json -> json.put("expires_in", 3);
        for (int i = 0; i < 10; i++) {
            issuer.refuse("authorization_pending");
        }
        fails(ExitCode.REFUSED, "nobody agreed in time");
        assertThat(issuer.asked("/token")).hasSize(2);
    }

    @Test
    void anotherRefusalIsToldInOneCleanLine() {
        issuer.script.add((call, form) -> {
            var body = "{\"error\":\"invalid_client\",\"error_description\":\"no\\u001b[31m such\\nclient\"}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            call.sendResponseHeaders(401, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        fails(ExitCode.REFUSED, "invalid_client: no [31m such client");
    }

    @Test
    void aClientThatMayNotIsToldAtOnce() {
        issuer.invitation = json -> json.put("error", "unauthorized_client").put("error_description", "no device flow");
        fails(ExitCode.REFUSED, "unauthorized_client: no device flow");
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device_code", "user_code", "verification_uri"})
    void anInvitationThatLacksSomethingIsNone(String field) {
        issuer.invitation = json -> json.remove(field);
        fails(ExitCode.REFUSED, "gave no code");
    }

    @Test
    void pkceBindsTheEndToTheBeginning() throws Exception {
        run();
        var begun = issuer.asked("/device").getFirst().form();
        var ended = issuer.asked("/token").getFirst().form();
        assertThat(begun.text("code_challenge_method")).isEqualTo("S256");
        assertThat(ended.text("code_verifier")).hasSize(43);
        assertThat(DeviceFlow.challenge(ended.text("code_verifier"))).isEqualTo(begun.text("code_challenge"));
        // RFC 7636, appendix B
        assertThat(DeviceFlow.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void anIssuerThatDoesNotKnowPkceIsNotAskedForIt() throws Exception {
        issuer.document = json -> json.remove("code_challenge_methods_supported");
        run();
        assertThat(issuer.asked("/device").getFirst().form().text("code_challenge"))
                .isEmpty();
        assertThat(issuer.asked("/token").getFirst().form().text("code_verifier"))
                .isEmpty();
    }

    @Test
    void aSecretGoesWhereTheIssuerTakesIt() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "s3cret: with colon\n");
        var client = new Client(
                issuer.url(), DeviceIssuer.CLIENT, Optional.of(file), "openid", Optional.of(issuer.authority));
        run(client);
        assertThat(issuer.asked("/token").getFirst().authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("allmende-cli:s3cret%3A+with+colon"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        issuer.document =
                json -> json.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        issuer.asked.clear();
        run(client);
        assertThat(issuer.asked("/token").getFirst().authorization()).isEmpty();
        assertThat(issuer.asked("/token").getFirst().form().text("client_secret"))
                .isEqualTo("s3cret: with colon");
    }

    @Test
    void anIssuerWithoutDeviceFlowSaysSo() {
        issuer.document = json -> json.remove("device_authorization_endpoint");
        fails(ExitCode.CONFIG, "no device flow");
    }

    @Test
    void anIssuerThatNamesItselfOtherwiseIsNotUsed() {
        issuer.document = json -> json.put("issuer", "https://evil.example");
        fails(ExitCode.CONFIG, "names the issuer https://evil.example");
    }

    @Test
    void endpointsWithoutTlsAreNotUsed() {
        issuer.document = json -> json.put("token_endpoint", "http://127.0.0.1:1/token");
        fails(ExitCode.CONFIG, "token_endpoint is no https address");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityNamesTheRemedy() {
        var client = new Client(issuer.url(), "x", Optional.empty(), "openid", Optional.empty());
        assertThatThrownBy(() -> run(client)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.getMessage()).contains("unknown authority", "--ca FILE");
            assertThat(error.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        });
    }

    @Test
    void anIssuerThatIsNotThereIsNamed() {
        var client = issuer.client();
        issuer.close();
        assertThatThrownBy(() -> run(client)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.getMessage()).contains(client.issuer(), "no connection");
            assertThat(error.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        });
    }

    @Test
    void aTokenForAnotherClientIsNotTaken() {
        issuer.claims = json -> json.put("aud", "somebody");
        fails(ExitCode.REFUSED, "for another client than allmende-cli");
    }

    @Test
    void aTokenOfAnotherIssuerIsNotTaken() {
        issuer.claims = json -> json.put("iss", "https://evil.example");
        fails(ExitCode.REFUSED, "from another issuer");
    }

    @Test
    void anAnswerWithoutAnIdTokenNamesTheScope() {
        issuer.script.add((call, form) -> {
            var body = "{\"access_token\":\"a\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        fails(ExitCode.REFUSED, "--scopes must have openid");
    }
}
