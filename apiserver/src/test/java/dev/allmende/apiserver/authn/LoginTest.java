package dev.allmende.apiserver.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.authn.Authentication.Anonymous;
import dev.allmende.apiserver.authn.Authentication.Authenticated;
import dev.allmende.apiserver.authn.Authentication.Rejected;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    private static final List<String> AUDIENCES = List.of("https://allmende");

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private CertificateAuthority authority;
    private Login login;

    @BeforeEach
    void open() throws IOException {
        authority = CertificateAuthority.open(folder.resolve("own"), clock, new SecureRandom());
        var tokens = StaticTokens.of(Map.of("sesame", new User("ali", "40", List.of("thieves"), Map.of())));
        login = new Login(
                new ClientCertificates(List.of(authority.certificate()), clock),
                new TokenChain(List.of(tokens), AUDIENCES),
                AUDIENCES);
    }

    private Authentication with(@Nullable String header, X509Certificate... chain) {
        return login.authenticate(Credentials.of(header, List.of(chain)));
    }

    private X509Certificate certificate(String user, String... groups) throws IOException {
        return authority.issue(new Wanted.Client(user, List.of(groups))).certificate();
    }

    @Test
    void withoutCredentialsOneIsAnonymous() {
        assertThat(with(null)).isEqualTo(new Anonymous());
        assertThat(with("Basic YTpi")).isEqualTo(new Anonymous());
        assertThat(with("Bearer ")).isEqualTo(new Anonymous());
        assertThat(with("Bearer")).isEqualTo(new Anonymous());
        assertThat(login.authenticate(Credentials.NONE)).isEqualTo(new Anonymous());
    }

    @Test
    void aTokenIsSomebodyAndAuthenticated() {
        assertThat(with("bearer sesame"))
                .isEqualTo(new Authenticated(new User("ali", "40", List.of("thieves", User.AUTHENTICATED), Map.of())));
    }

    @Test
    void anUnknownTokenIsRejectedNotAnonymous() {
        assertThat(with("Bearer open")).isEqualTo(new Rejected("invalid bearer token"));
    }

    @Test
    void aCertificateNamesUserAndGroups() throws IOException {
        var own = certificate("eve", "dev", "ops");

        assertThat(with(null, own)).isInstanceOfSatisfying(Authenticated.class, known -> {
            assertThat(known.user().name()).isEqualTo("eve");
            assertThat(known.user().groups()).containsExactly("dev", "ops", User.AUTHENTICATED);
            assertThat(known.user().extra().get("authentication.kubernetes.io/credential-id"))
                    .singleElement()
                    .asString()
                    .matches("X509SHA256=[0-9a-f]{64}");
        });
        assertThat(with(null, own, authority.certificate())).isInstanceOf(Authenticated.class);
    }

    @Test
    void aCertificateGoesBeforeAToken() throws IOException {
        assertThat(with("Bearer sesame", certificate("eve")))
                .isInstanceOfSatisfying(
                        Authenticated.class,
                        known -> assertThat(known.user().name()).isEqualTo("eve"));
    }

    @Test
    void aGoodTokenMakesUpForABadCertificate() throws IOException {
        var other = CertificateAuthority.open(folder.resolve("other"), clock, new SecureRandom());
        var foreign = other.issue(Wanted.Client.ADMIN).certificate();

        assertThat(with(null, foreign)).isInstanceOf(Rejected.class);
        assertThat(with("Bearer sesame", foreign)).isInstanceOf(Authenticated.class);
    }

    @Test
    void aCertificateForgedInTheAuthoritysNameIsRejected() throws IOException {
        // Same subject, other key.
        var forger = CertificateAuthority.open(folder.resolve("forger"), clock, new SecureRandom());
        var forged = forger.issue(Wanted.Client.ADMIN).certificate();

        assertThat(forged.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
        assertThat(with(null, forged)).isInstanceOf(Rejected.class);
        assertThat(with(null, forged, forger.certificate())).isInstanceOf(Rejected.class);
        assertThat(with(null, forged, authority.certificate())).isInstanceOf(Rejected.class);
    }

    @Test
    void aCertificateEndsAlthoughItWasGoodBefore() throws IOException {
        var own = certificate("eve");
        assertThat(with(null, own)).isInstanceOf(Authenticated.class);

        clock.pass(Duration.ofDays(821));

        assertThat(with(null, own)).isInstanceOf(Rejected.class);
    }

    @Test
    void aCertificateIsNotGoodYet() throws IOException {
        var own = certificate("eve");
        clock.pass(Duration.ofDays(-1));

        assertThat(with(null, own)).isInstanceOf(Rejected.class);
    }

    @Test
    void aServersCertificateIsNoClients() throws IOException {
        var servers = authority.issue(Wanted.Server.local(List.of())).certificate();

        assertThat(with(null, servers))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).endsWith("is not for client authentication"));
    }

    @Test
    void credentialsDoNotPrintTheirToken() {
        assertThat(Credentials.of("Bearer sesame", List.of())).asString().doesNotContain("sesame");
    }

    @Test
    void tokensComeFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("tokens.csv"), """
                a1,ali,40,"thieves, ""the"" gang,x"

                b2,bo,7
                """);

        var tokens = StaticTokens.read(file);

        assertThat(tokens.judge("a1", AUDIENCES))
                .isInstanceOfSatisfying(
                        TokenAuthenticator.Known.class,
                        known -> assertThat(known.user())
                                .isEqualTo(new User("ali", "40", List.of("thieves", "\"the\" gang", "x"), Map.of())));
        assertThat(tokens.judge("b2", AUDIENCES)).isInstanceOf(TokenAuthenticator.Known.class);
        assertThat(tokens.judge("", AUDIENCES)).isInstanceOf(TokenAuthenticator.Unknown.class);
    }

    @Test
    void aBadLineIsNamedWithoutItsToken() throws IOException {
        var file = Files.writeString(folder.resolve("tokens.csv"), "a,b,c\nhush,hush\n");

        assertThatThrownBy(() -> StaticTokens.read(file))
                .hasMessageEndingWith("tokens.csv line 2: expected token,user,uid and optionally \"group1,group2\"")
                .hasMessageNotContaining("hush");
    }
}
