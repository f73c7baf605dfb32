package dev.allmende.apiserver.authn.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.SetClock;
import dev.allmende.apiserver.authn.TokenAuthenticator.Known;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a good token, it is never good afterwards, and never an exception. */
class TokenFuzzTest {

    private static final List<String> HERE = List.of("https://allmende");

    @TempDir
    Path folder;

    private final Random random = new Random(25_11_2026);
    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private ServiceAccountTokens tokens;
    private String good;

    @BeforeEach
    void oneGoodToken() throws IOException {
        var accounts = new Accounts();
        accounts.accounts.put("ns/robot", Accounts.uid("u1"));
        accounts.accounts.put("ns/admin", Accounts.uid("u2"));
        var keys = SigningKeys.open(folder.resolve("sa.key"));
        tokens = new ServiceAccountTokens(HERE, keys, accounts, clock);
        var issuer =
                new TokenIssuer(new TokenIssuer.Issuer(HERE.getFirst(), HERE, 0), keys, accounts, clock, () -> "id");
        good = Json.string(issuer.issue("ns", "robot", Json.object()).answer(), "status", "token");
        assertThat(tokens.judge(good, HERE)).isInstanceOf(Known.class);
    }

    private void assertBad(String token) {
        if (!token.equals(good)) {
            assertThat(tokens.judge(token, HERE)).as(() -> token).isNotInstanceOf(Known.class);
        }
    }

    @Test
    void changedCharacters() {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u0000é{}\"";
        for (int i = 0; i < 6_000; i++) {
            var mutated = new StringBuilder(good);
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutated.setCharAt(random.nextInt(mutated.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertBad(mutated.toString());
        }
    }

    @Test
    void everySingleBitOfTheSignature() {
        int dot = good.lastIndexOf('.');
        var signature = Base64.getUrlDecoder().decode(good.substring(dot + 1));
        for (int bit = 0; bit < signature.length * 8; bit++) {
            var changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertBad(good.substring(0, dot + 1) + base64(changed));
        }
        assertBad(good.substring(0, dot + 1));
        assertBad(good.substring(0, dot + 1) + base64(new byte[64]));
        assertBad(good.substring(0, dot + 1) + base64(new byte[0]));
    }

    /** The last character of base64 holds bits that count for nothing: two texts of one signature. */
    @Test
    void anotherSpellingOfTheSameBytes() {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            assertBad(good.substring(0, good.length() - 1) + alphabet.charAt(i));
        }
    }

    @Test
    void cutAndJoined() {
        for (int i = 0; i < good.length(); i++) {
            assertBad(good.substring(0, i));
            assertBad(good.substring(i));
            assertBad(good.substring(0, i) + "." + good.substring(i));
        }
        assertBad(good + good);
        assertBad(good + ".");
        assertBad("." + good);
        assertBad(" " + good);
        assertBad("a".repeat(1 << 20));
        assertBad(".".repeat(1 << 16));
    }

    @Test
    void otherClaimsUnderTheOldSignature() {
        var parts = good.split("\\.", 3);
        for (var change : List.of("exp", "sub", "aud", "kubernetes.io", "jti")) {
            var claims = claims(parts[1]);
            claims.put(change, "x");
            assertBad(parts[0] + "." + base64(Json.write(claims)) + "." + parts[2]);
        }
        var claims = claims(parts[1]);
        ((ObjectNode) Json.at(claims, "kubernetes.io", "serviceaccount"))
                .put("name", "admin")
                .put("uid", "u2");
        assertBad(parts[0] + "." + base64(Json.write(claims)) + "." + parts[2]);
    }

    private static ObjectNode claims(String part) {
        return Json.readObject(Base64.getUrlDecoder().decode(part));
    }

    @Test
    void otherHeaders() {
        var parts = good.split("\\.", 3);
        for (var header : List.of(
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"ES384\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"ES256K\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
                "{\"alg\":\"\"}",
                "{\"alg\":null}",
                "{\"alg\":7}",
                "{}",
                "[]",
                "null",
                "{\"alg\":\"ES256\",\"crit\":[\"x\"],\"x\":1}",
                "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"}}",
                "{\"alg\":\"ES256\",\"x5c\":[\"AAAA\"]}",
                "{\"alg\":\"ES256\",\"kid\":[]}",
                "{\"alg\":\"ES256\",\"alg\":\"none\"}")) {
            var text = base64(header.getBytes(StandardCharsets.UTF_8));
            assertBad(text + "." + parts[1] + "." + parts[2]);
            assertBad(text + "." + parts[1] + ".");
        }
    }

    @Test
    void payloadsOfChance() {
        var parts = good.split("\\.", 3);
        for (int i = 0; i < 2_000; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertBad(parts[0] + "." + base64(bytes) + "." + parts[2]);
            assertBad(base64(bytes) + "." + parts[1] + "." + parts[2]);
        }
        var deep = "{\"iss\":\"https://allmende\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertBad(parts[0] + "." + base64(deep.getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);
        var deepHeader = "{\"alg\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertBad(base64(deepHeader.getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + "." + parts[2]);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
