package dev.allmende.apiserver.authn.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.allmende.apiserver.authn.SetClock;
import dev.allmende.apiserver.authn.TokenAuthenticator.Known;
import dev.allmende.apiserver.authn.TokenAuthenticator.Refused;
import dev.allmende.apiserver.authn.TokenAuthenticator.Unknown;
import dev.allmende.apiserver.authn.TokenAuthenticator.Verdict;
import dev.allmende.apiserver.authn.TokenCache;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authn.serviceaccount.ServiceAccounts.Found;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.tls.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals of requests are what kube-apiserver v1.35.4 answered. */
class ServiceAccountTokensTest {

    private static final String ISSUER = "https://allmende";
    private static final List<String> HERE = List.of(ISSUER);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00.5Z"));
    private final Accounts accounts = new Accounts();
    private SigningKeys keys;
    private TokenIssuer issuer;
    private ServiceAccountTokens tokens;

    @BeforeEach
    void oneAccount() throws IOException {
        accounts.accounts.put("ns/robot", Accounts.uid("u1"));
        use(folder.resolve("sa.key"));
    }

    private void use(Path keyFile) throws IOException {
        keys = SigningKeys.open(keyFile);
        issuer = new TokenIssuer(new TokenIssuer.Issuer(ISSUER, HERE, 86_400), keys, accounts, clock, () -> "id-1");
        tokens = new ServiceAccountTokens(List.of(ISSUER), keys, accounts, clock);
    }

    private static ObjectNode request(String json) {
        return (ObjectNode) Json.parse(json.replace('\'', '"'));
    }

    private String token(String request) {
        return Json.string(issuer.issue("ns", "robot", request(request)).answer(), "status", "token");
    }

    private Verdict judge(String token) {
        return tokens.judge(token, HERE);
    }

    @Test
    void answersATokenRequestAsKubernetesDoes() {
        var issued = issuer.issue("ns", "robot", request("{'spec':{'expirationSeconds':900}}"));

        var answer = issued.answer();
        var token = Json.string(answer, "status", "token");
        ((ObjectNode) answer.get("status")).remove("token");
        assertThat(Json.parse(Json.text(answer))).isEqualTo(request("""
                        {'kind':'TokenRequest','apiVersion':'authentication.k8s.io/v1',
                         'metadata':{'name':'robot','namespace':'ns','uid':'u1','creationTimestamp':'2026-03-01T00:00:00Z'},
                         'spec':{'audiences':['https://allmende'],'expirationSeconds':900,'boundObjectRef':null},
                         'status':{'expirationTimestamp':'2026-03-01T00:15:00Z'}}"""));
        assertThat(issued.credentialId()).isEqualTo("JTI=id-1");
        assertThat(issued.warnings()).isEmpty();
        assertThat(Json.parse(
                        new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8)))
                .isEqualTo(request("""
                        {'aud':['https://allmende'],'exp':1772324100,'iat':1772323200,'iss':'https://allmende','jti':'id-1',
                         'kubernetes.io':{'namespace':'ns','serviceaccount':{'name':'robot','uid':'u1'}},
                         'nbf':1772323200,'sub':'system:serviceaccount:ns:robot'}"""));
    }

    @Test
    void aTokenIsItsAccount() {
        assertThat(judge(token("{}"))).isInstanceOfSatisfying(Known.class, known -> {
            assertThat(known.user())
                    .isEqualTo(new User(
                            "system:serviceaccount:ns:robot",
                            "u1",
                            List.of("system:serviceaccounts", "system:serviceaccounts:ns"),
                            Map.of("authentication.kubernetes.io/credential-id", List.of("JTI=id-1"))));
            assertThat(known.audiences()).isEqualTo(HERE);
            assertThat(known.until()).isEqualTo("2026-03-01T01:00:00Z");
        });
    }

    @Test
    void aTokenEnds() {
        var token = token("{'spec':{'expirationSeconds':600}}");
        clock.pass(Duration.ofSeconds(599));
        assertThat(judge(token)).isInstanceOf(Known.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(judge(token)).isEqualTo(new Refused("service account token has expired"));
    }

    @Test
    void aTokenIsForItsAudienceOnly() {
        var token = token("{'spec':{'audiences':['vault','backup']}}");

        assertThat(judge(token))
                .isEqualTo(new Refused("token audiences [\"vault\" \"backup\"] is invalid for the target audiences "
                        + "[\"https://allmende\"]"));
        assertThat(tokens.judge(token, List.of("other", "vault")))
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.audiences()).containsExactly("vault"));
    }

    @Test
    void aTokenDiesWithItsAccountEvenWhenRemembered() {
        var cache = new TokenCache(tokens, clock);
        var token = token("{}");
        assertThat(cache.judge(token, HERE)).isInstanceOf(Known.class);

        accounts.accounts.put("ns/robot", Accounts.uid("u2"));
        assertThat(cache.judge(token, HERE))
                .isEqualTo(new Refused("service account UID (u2) does not match claim (u1)"));
        accounts.accounts.clear();
        assertThat(cache.judge(token, HERE)).isEqualTo(new Refused("serviceaccounts \"robot\" not found"));
        assertThat(judge(token)).isInstanceOf(Refused.class);
    }

    @Test
    void anAccountOnItsWayOutCountsAsGoneAfterAMinute() {
        var token = token("{}");
        accounts.accounts.put("ns/robot", new Found("u1", Optional.of(clock.instant())));
        assertThat(judge(token)).isInstanceOf(Known.class);
        clock.pass(Duration.ofSeconds(61));
        assertThat(judge(token)).isEqualTo(new Refused("service account ns/robot has been deleted"));
    }

    @Test
    void aTokenBoundToASecretDiesWithIt() {
        accounts.secrets.put("ns/key", Accounts.uid("s1"));
        var token = token("{'spec':{'boundObjectRef':{'kind':'Secret','apiVersion':'v1','name':'key','uid':'s1'}}}");
        assertThat(judge(token)).isInstanceOf(Known.class);

        accounts.secrets.put("ns/key", Accounts.uid("s2"));
        assertThat(judge(token))
                .isEqualTo(new Refused("secret UID (s2) does not match service account secret ref claim (s1)"));
        accounts.secrets.clear();
        assertThat(judge(token)).isEqualTo(new Refused("service account token has been invalidated"));
    }

    @Test
    void anotherServersTokenIsNotOurs() throws IOException {
        var foreign =
                new TokenIssuer(new TokenIssuer.Issuer("https://other", HERE, 0), keys, accounts, clock, () -> "x");
        assertThat(judge(Json.string(foreign.issue("ns", "robot", request("{}")).answer(), "status", "token")))
                .isInstanceOf(Unknown.class);

        var old = token("{}");
        use(folder.resolve("another.key"));
        assertThat(judge(old)).isEqualTo(new Refused("service account token: invalid signature"));
    }

    @Test
    void theKeyIsMadeOnceForTheOwnerAlone() throws IOException {
        var token = token("{}");
        use(folder.resolve("sa.key"));

        assertThat(judge(token)).isInstanceOf(Known.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sa.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keysCanBeChangedWithoutInvalidatingTokens() throws Exception {
        var old = token("{}");
        var oldPublic = Pem.read(folder.resolve("sa.key")).get(1).publicKey();
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var pair = rsa.generateKeyPair();
        Pem.writeSecret(
                folder.resolve("sa.key"),
                Pem.text(pair.getPrivate()) + Pem.text(pair.getPublic()) + Pem.text(oldPublic));
        use(folder.resolve("sa.key"));

        assertThat(judge(old)).isInstanceOf(Known.class);
        assertThat(judge(token("{}"))).isInstanceOf(Known.class);
        assertThat(SignedJWT.parse(token("{}")).getHeader().getAlgorithm().getName())
                .isEqualTo("RS256");
    }

    @Test
    void aFileWithoutAKeySaysWhatIsWanted() throws IOException {
        var file = Files.writeString(folder.resolve("bad.key"), "hello");

        assertThatThrownBy(() -> SigningKeys.open(file))
                .hasMessageEndingWith("bad.key: expected a PRIVATE KEY and its PUBLIC KEY in PEM; "
                        + "without the file a new pair is made");
    }

    @Test
    void othersCanCheckTokensByThePublishedKeys() throws Exception {
        var documents = new IssuerDocuments(ISSUER, "https://allmende/openid/v1/jwks", keys);
        var jwt = SignedJWT.parse(token("{}"));

        var key = JWKSet.parse(new String(documents.keys(), StandardCharsets.UTF_8))
                .getKeyByKeyId(jwt.getHeader().getKeyID());

        assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        assertThat(Json.readObject(documents.configuration())).isEqualTo(request("""
                        {'issuer':'https://allmende','jwks_uri':'https://allmende/openid/v1/jwks',
                         'response_types_supported':['id_token'],'subject_types_supported':['public'],
                         'id_token_signing_alg_values_supported':['ES256']}"""));
    }

    @Test
    void refusesWhatCannotBe() {
        refused("{'spec':{'expirationSeconds':9}}")
                .hasMessage("TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: "
                        + "Invalid value: 9: may not specify a duration less than 10 minutes");
        refused("{'spec':{'expirationSeconds':4294967297}}")
                .hasMessageEndingWith("may not specify a duration larger than 2^32 seconds");
        refused("{'metadata':{'name':'sb'}}")
                .hasMessage("TokenRequest.authentication.k8s.io \"robot\" is invalid: metadata.name: "
                        + "Invalid value: \"sb\": must match the service account name if specified");
        refused("{'metadata':{'uid':'1'}}")
                .hasMessage("Operation cannot be fulfilled on TokenRequest.authentication.k8s.io \"robot\": "
                        + "the UID in the token request (1) does not match the UID of the service account (u1)");
        refused("{'spec':{'boundObjectRef':{'kind':'Pod','apiVersion':'v1','name':'nope'}}}")
                .hasMessage("pods \"nope\" not found");
        refused("{'spec':{'boundObjectRef':{'kind':'Secret','apiVersion':'v1','name':'nope'}}}")
                .hasMessage("secrets \"nope\" not found");
        refused("{'spec':{'boundObjectRef':{'kind':'ConfigMap','apiVersion':'v1','name':'nope'}}}")
                .hasMessage("cannot bind token to object of type /v1, Kind=ConfigMap");
        assertThatThrownBy(() -> issuer.issue("ns", "sb", request("{}")))
                .hasMessage("serviceaccounts \"sb\" not found");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String request) {
        return assertThatThrownBy(() -> issuer.issue("ns", "robot", request(request)));
    }

    @Test
    void cutsWhatIsTooLongForThisServerAndSaysSo() {
        var issued = issuer.issue("ns", "robot", request("{'spec':{'expirationSeconds':100000}}"));

        assertThat(issued.warnings())
                .containsExactly("requested expiration of 100000 seconds shortened to 86400 seconds");
        assertThat(Json.string(issued.answer(), "status", "expirationTimestamp"))
                .isEqualTo("2026-03-02T00:00:00Z");
    }
}
