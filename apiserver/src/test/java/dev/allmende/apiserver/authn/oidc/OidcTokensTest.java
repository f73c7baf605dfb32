package dev.allmende.apiserver.authn.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.allmende.apiserver.authn.SetClock;
import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.TokenAuthenticator.Known;
import dev.allmende.apiserver.authn.TokenAuthenticator.Refused;
import dev.allmende.apiserver.authn.TokenAuthenticator.Unknown;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.tls.TlsContexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcTokensTest {

    private static RSAKey rsa;
    private static RSAKey rsaOther;
    private static ECKey ec;

    @TempDir
    static Path folder;

    private static TestIssuer issuer;
    private static HttpsFetch fetch;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private TokenAuthenticator tokens;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("one").generate();
        rsaOther = new RSAKeyGenerator(2048).keyID("two").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("three").generate();
        issuer = new TestIssuer(folder.resolve("pki"));
        fetch = new HttpsFetch(issuer.trust());
    }

    @BeforeEach
    void freshIssuer() {
        issuer.reset(rsa);
        accept(OidcIssuer.of(issuer.url(), "allmende", "other").withGroups("groups", "oidc:"));
    }

    private void accept(OidcIssuer accepted) {
        tokens = new OidcTokens(accepted, fetch, clock);
    }

    @AfterAll
    static void stop() {
        fetch.close();
        issuer.close();
    }

    private TokenAuthenticator.Verdict judge(JWK key, JWSAlgorithm algorithm, Consumer<ObjectNode> change)
            throws Exception {
        var claims = issuer.claims(clock.instant());
        change.accept(claims);
        return tokens.judge(TestIssuer.sign(key, algorithm, claims), List.of("https://allmende"));
    }

    private TokenAuthenticator.Verdict judge(Consumer<ObjectNode> change) throws Exception {
        return judge(rsa, JWSAlgorithm.RS256, change);
    }

    private TokenAuthenticator.Verdict judge(JWK key, JWSAlgorithm algorithm) throws Exception {
        return judge(key, algorithm, _ -> {});
    }

    private static Refused refused(String why) {
        return new Refused("oidc: " + why);
    }

    @Test
    void aTokenNamesUserAndGroupsWithPrefix() throws Exception {
        var verdict = judge(claims -> {
            claims.put("jti", "7");
            claims.putArray("groups").add("dev").add("ops");
        });

        assertThat(verdict).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.user())
                    .isEqualTo(new User(
                            issuer.url() + "#eve",
                            "",
                            List.of("oidc:dev", "oidc:ops"),
                            Map.of("authentication.kubernetes.io/credential-id", List.of("JTI=7"))));
            assertThat(known.until()).isEqualTo(clock.instant().plusSeconds(330));
        });
        assertThat(judge(claims -> claims.put("groups", "one")))
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.user().groups()).containsExactly("oidc:one"));
    }

    @Test
    void anyOfTheAudiencesWillDo() throws Exception {
        assertThat(judge(claims -> claims.putArray("aud").add("x").add("other")))
                .isInstanceOf(Known.class);
        assertThat(judge(claims -> claims.put("aud", "x")))
                .isEqualTo(refused("expected audience in [\"allmende\" \"other\"] got [\"x\"]"));
        assertThat(judge(claims -> claims.remove("aud"))).isInstanceOf(Refused.class);
    }

    @Test
    void timesAreHeldWithSomeSkew() throws Exception {
        long now = clock.instant().getEpochSecond();

        assertThat(judge(claims -> claims.put("exp", now - 29))).isInstanceOf(Known.class);
        assertThat(judge(claims -> claims.put("exp", now - 30))).isEqualTo(refused("token has expired"));
        assertThat(judge(claims -> claims.put("nbf", now + 30))).isInstanceOf(Known.class);
        assertThat(judge(claims -> claims.put("nbf", now + 31))).isEqualTo(refused("token is not valid yet"));
        assertThat(judge(claims -> claims.put("iat", now + 31))).isEqualTo(refused("token is issued in the future"));
        assertThat(judge(claims -> claims.remove("exp"))).isEqualTo(refused("token has no time of expiry"));
        assertThat(judge(claims -> claims.put("exp", "soon"))).isEqualTo(refused("token has no time of expiry"));
        assertThat(judge(claims -> claims.put("exp", 1e300))).isEqualTo(refused("token has no time of expiry"));
    }

    @Test
    void requiredClaimsMustBeThere() throws Exception {
        accept(OidcIssuer.of(issuer.url(), "allmende").withRequiredClaims(Map.of("team", "x")));

        assertThat(judge(claims -> claims.put("team", "x"))).isInstanceOf(Known.class);
        assertThat(judge(claims -> claims.put("team", "y")))
                .isEqualTo(refused("required claim \"team\" value does not match"));
        assertThat(judge(_ -> {})).isInstanceOf(Refused.class);
    }

    @Test
    void anAddressThatIsNotVerifiedNamesNobody() throws Exception {
        accept(OidcIssuer.of(issuer.url(), "allmende").withUsername("email", ""));

        assertThat(judge(claims -> claims.put("email", "e@x").put("email_verified", true)))
                .isInstanceOf(Known.class);
        assertThat(judge(claims -> claims.put("email", "e@x").put("email_verified", false)))
                .isEqualTo(refused("email not verified"));
        assertThat(judge(_ -> {})).isEqualTo(refused("claim \"email\" not present or no text"));
    }

    @Test
    void noIssuerNamesAnybodyOfTheSystem() throws Exception {
        accept(OidcIssuer.of(issuer.url(), "allmende").withUsername("sub", "").withGroups("groups", ""));

        assertThat(judge(claims -> claims.put("sub", "system:admin"))).isInstanceOf(Refused.class);
        assertThat(judge(claims -> claims.put("groups", "system:masters"))).isInstanceOf(Refused.class);
    }

    @Test
    void anotherIssuersTokenIsPassedOn() throws Exception {
        assertThat(judge(claims -> claims.put("iss", "https://elsewhere"))).isInstanceOf(Unknown.class);
        assertThat(tokens.judge("abc", List.of())).isInstanceOf(Unknown.class);
    }

    @Test
    void takesEllipticCurvesAndPss() throws Exception {
        issuer.keys = List.of(rsa, ec);

        assertThat(judge(ec, JWSAlgorithm.ES256)).isInstanceOf(Known.class);
        assertThat(judge(rsa, JWSAlgorithm.PS384)).isInstanceOf(Known.class);
    }

    @Test
    void onlyAlgorithmsAllowed() throws Exception {
        accept(OidcIssuer.of(issuer.url(), "allmende").withAlgorithms(Set.of("ES256")));

        assertThat(judge(rsa, JWSAlgorithm.RS256)).isEqualTo(refused("algorithm \"RS256\" is not allowed"));
        assertThatThrownBy(() -> OidcIssuer.of(issuer.url(), "a").withAlgorithms(Set.of("HS256")))
                .hasMessageContaining("algorithms may be [ES256, ES384");
        assertThatThrownBy(() -> OidcIssuer.of(issuer.url(), "a").withAlgorithms(Set.of("none")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noAlgorithmIsNoSignature() {
        for (var none : List.of("none", "None", "NONE", "")) {
            var token = TestIssuer.unsigned(Map.of("alg", none, "kid", "one"), issuer.claims(clock.instant()));
            assertThat(tokens.judge(token, List.of())).isNotInstanceOf(Known.class);
        }
    }

    /** The known confusion: the public key, as everybody can fetch it, used as the secret of an HMAC. */
    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        var secrets = List.of(
                rsa.toRSAPublicKey().getEncoded(),
                rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                rsa.getModulus().decode());
        for (var secret : secrets) {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build();
            var token = TestIssuer.sign(new MACSigner(secret), header, issuer.claims(clock.instant()));
            assertThat(tokens.judge(token, List.of())).isNotInstanceOf(Known.class);
        }
    }

    @Test
    void aSharedSecretAmongTheKeysIsNotUsed() throws Exception {
        var secret = new OctetSequenceKeyGenerator(256).keyID("s").generate();
        issuer.keys = List.of(rsa, secret);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("s").build();

        var token = TestIssuer.sign(new MACSigner(secret), header, issuer.claims(clock.instant()));

        assertThat(tokens.judge(token, List.of())).isNotInstanceOf(Known.class);
    }

    @Test
    void aKeyForEncryptionSignsNothing() throws Exception {
        issuer.keys =
                List.of(rsa, new ECKey.Builder(ec).keyUse(KeyUse.ENCRYPTION).build());

        assertThat(judge(ec, JWSAlgorithm.ES256)).isEqualTo(refused("invalid signature"));
    }

    @Test
    void aSmallKeyIsNotUsed() throws Exception {
        var small = new RSAKeyGenerator(1024, true).keyID("small").generate();
        issuer.keys = List.of(rsa, small);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("small").build();
        var text = header.toBase64URL() + "." + Base64URL.encode(Json.write(issuer.claims(clock.instant())));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(small.toPrivateKey());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));

        var token = text + "." + Base64URL.encode(signature.sign());

        assertThat(tokens.judge(token, List.of())).isEqualTo(refused("invalid signature"));
    }

    @Test
    void keysAreFetchedOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Known.class);
        }

        assertThat(issuer.keyFetches).hasValue(1);
    }

    @Test
    void aNewKeyIsFetchedWhenATokenNamesIt() throws Exception {
        judge(rsa, JWSAlgorithm.RS256);
        issuer.keys = List.of(rsaOther);
        clock.pass(IssuerKeys.LEAST_PAUSE);

        assertThat(judge(rsaOther, JWSAlgorithm.RS256)).isInstanceOf(Known.class);
        assertThat(judge(rsa, JWSAlgorithm.RS256))
                .as("the old key is withdrawn")
                .isInstanceOf(Refused.class);
    }

    @Test
    void madeUpKeyNamesCauseFewFetches() throws Exception {
        judge(rsa, JWSAlgorithm.RS256);
        for (int i = 0; i < 50; i++) {
            var made = new RSAKey.Builder(rsaOther).keyID("made-up-" + i).build();
            assertThat(judge(made, JWSAlgorithm.RS256)).isEqualTo(refused("invalid signature"));
        }
        assertThat(issuer.keyFetches).hasValue(1);

        clock.pass(IssuerKeys.LEAST_PAUSE);
        judge(rsaOther, JWSAlgorithm.RS256);
        judge(rsaOther, JWSAlgorithm.RS256);
        assertThat(issuer.keyFetches).hasValue(2);
    }

    @Test
    void keysOutliveTheIssuersDowntime() throws Exception {
        judge(rsa, JWSAlgorithm.RS256);
        issuer.down = true;
        clock.pass(Duration.ofDays(1));

        assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Known.class);
        assertThat(judge(rsaOther, JWSAlgorithm.RS256)).isInstanceOf(Refused.class);
    }

    @Test
    void aWithdrawnKeyIsForgottenWithinAnHour() throws Exception {
        judge(rsa, JWSAlgorithm.RS256);
        issuer.keys = List.of(rsaOther);
        clock.pass(IssuerKeys.OLDEST.plusSeconds(1));

        assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Refused.class);
    }

    @Test
    void anIssuerThatIsDownAtFirstIsAskedAgain() throws Exception {
        issuer.down = true;
        assertThat(judge(rsa, JWSAlgorithm.RS256))
                .isEqualTo(refused("no keys of the issuer could be fetched yet from " + issuer.url()
                        + "/.well-known/openid-configuration"));
        issuer.down = false;
        assertThat(judge(rsa, JWSAlgorithm.RS256)).as("not at once").isInstanceOf(Refused.class);
        clock.pass(IssuerKeys.LEAST_PAUSE);
        assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Known.class);
    }

    @Test
    void aDocumentInAnotherNameIsNotBelieved() throws Exception {
        issuer.claimedIssuer = "https://elsewhere";

        assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Refused.class);
        assertThat(issuer.keyFetches).hasValue(0);
    }

    @Test
    void anIssuerWithAStrangersCertificateIsNotBelieved() throws Exception {
        try (var stranger = new TestIssuer(folder.resolve("stranger"));
                var trusting = new HttpsFetch(TlsContexts.client(List.of(stranger.authority.certificate())))) {
            tokens = new OidcTokens(OidcIssuer.of(issuer.url(), "allmende"), trusting, clock);

            assertThat(judge(rsa, JWSAlgorithm.RS256)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anIssuerNeedsHttpsAndAnAudience() {
        assertThatThrownBy(() -> OidcIssuer.of("http://x", "a"))
                .hasMessage("OIDC issuer http://x: must be an https address");
        assertThatThrownBy(() -> OidcIssuer.of("https://x")).hasMessageContaining("name an audience");
        assertThatThrownBy(() -> OidcIssuer.of("https://x?y", "a")).hasMessageContaining("neither query nor fragment");
    }

    @Test
    void whateverIsDoneToATokenItIsNoGood() throws Exception {
        var random = new Random(4711);
        var good = TestIssuer.sign(rsa, JWSAlgorithm.RS256, issuer.claims(clock.instant()));
        var letters = "ABCDEFghijkl0123456789-_.=";
        for (int i = 0; i < 1_500; i++) {
            var mutated = new StringBuilder(good);
            mutated.setCharAt(random.nextInt(good.length()), letters.charAt(random.nextInt(letters.length())));
            if (!mutated.toString().equals(good)) {
                assertThat(tokens.judge(mutated.toString(), List.of())).isNotInstanceOf(Known.class);
            }
        }
    }
}
