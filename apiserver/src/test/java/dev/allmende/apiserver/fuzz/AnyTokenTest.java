package dev.allmende.apiserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.apiserver.authn.BadTokens;
import dev.allmende.apiserver.authn.oidc.HttpsFetch;
import dev.allmende.apiserver.authn.oidc.OidcIssuer;
import dev.allmende.apiserver.authn.oidc.OidcTokens;
import dev.allmende.apiserver.authn.oidc.TestIssuer;
import dev.allmende.apiserver.client.Api;
import dev.allmende.apiserver.client.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoilt tokens over HTTP: each is refused with 401, and none is a fault of the server. */
class AnyTokenTest {

    private static final String ME = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final String REVIEW =
            Samples.named("authentication.k8s.io/v1", "SelfSubjectReview", "").toString();
    private static final String ACCOUNTS = "/api/v1/namespaces/default/serviceaccounts";

    /** Some of each kind: all are judged without HTTP where tokens are. */
    private static final int EVERY = 9;

    @TempDir
    private static Path folder;

    private static TestIssuer issuer;
    private static HttpsFetch fetch;
    private static ApiServer server;
    private static Api admin;
    private static Api stranger;

    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer(folder.resolve("issuer"));
        fetch = new HttpsFetch(issuer.trust());
        var oidc = new OidcTokens(OidcIssuer.of(issuer.url(), "allmende"), fetch, Clock.systemUTC());
        server = ApiServer.in(folder.resolve("data")).tokens(oidc).start();
        admin = Api.of(server.kubeconfig("test").yaml());
        stranger = Api.stranger(server.kubeconfig("test").yaml());
    }

    @AfterAll
    static void stop() {
        stranger.close();
        admin.close();
        server.close();
        fetch.close();
        issuer.close();
    }

    @Test
    void ofServiceAccounts() {
        admin.post(ACCOUNTS, Samples.named("v1", "ServiceAccount", "robot")).object();
        var good = token("robot");
        isGood(good, "system:serviceaccount:default:robot");
        areRefused(good, new Random(1));

        admin.delete(ACCOUNTS + "/robot").object();
        isRefused(good);
    }

    private static String token(String account) {
        var request = Samples.named("authentication.k8s.io/v1", "TokenRequest", account);
        request.putObject("spec");
        return admin.post(ACCOUNTS + "/" + account + "/token", request)
                .at("/status/token")
                .asText();
    }

    @Test
    void ofAnIssuer() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        issuer.reset(key);
        var claims = issuer.claims(Clock.systemUTC().instant());
        var good = TestIssuer.sign(key, JWSAlgorithm.ES256, claims);
        isGood(good, issuer.url() + "#eve");
        areRefused(good, new Random(2));

        var other = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        isRefused(TestIssuer.sign(other, JWSAlgorithm.ES256, claims));
        isRefused(TestIssuer.sign(
                key,
                JWSAlgorithm.ES256,
                claims.deepCopy().put("exp", claims.path("iat").asLong() - 3_600)));
        isRefused(TestIssuer.sign(key, JWSAlgorithm.ES256, claims.deepCopy().put("aud", "others")));
    }

    private static void isGood(String token, String user) {
        var me = stranger.bearing(token).post(ME, REVIEW);
        assertThat(me.at("/status/userInfo/username").asText()).isEqualTo(user);
    }

    private static void areRefused(String good, Random random) {
        var bad = new BadTokens(good, random);
        some(bad.changedCharacters(150 * EVERY));
        some(bad.everySingleBitOfTheSignature());
        some(bad.anotherSpellingOfTheSameBytes());
        some(bad.cutAndJoined());
        some(bad.bytesOfChance(50 * EVERY));
        all(bad.otherHeaders());
        all(bad.otherClaimsUnderTheOldSignature(claims -> claims.put("sub", "system:serviceaccount:default:admin")));
    }

    private static void some(Stream<String> tokens) {
        var list = tokens.filter(AnyTokenTest::fitsAHeader).toList();
        for (int i = 0; i < list.size(); i += EVERY) {
            isRefused(list.get(i));
        }
    }

    private static void all(Stream<String> tokens) {
        tokens.filter(AnyTokenTest::fitsAHeader).forEach(AnyTokenTest::isRefused);
    }

    /** A blank ends the token; without one stranger says who he is. */
    private static boolean fitsAHeader(String token) {
        return !token.isEmpty() && token.length() < 8_000 && token.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
    }

    private static void isRefused(String token) {
        var reply = stranger.bearing(token).post(ME, REVIEW);
        assertThat(reply.code()).as(token).isEqualTo(401);
        assertThat(reply.refusal(401).path("reason").asText()).isEqualTo("Unauthorized");
    }
}
