package dev.allmende.apiserver.authn.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.BadTokens;
import dev.allmende.apiserver.authn.SetClock;
import dev.allmende.apiserver.authn.TokenAuthenticator.Known;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a good token, it is never good afterwards, and never an exception. */
class TokenFuzzTest {

    private static final List<String> HERE = List.of("https://allmende");

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private ServiceAccountTokens tokens;
    private BadTokens bad;

    @BeforeEach
    void oneGoodToken() throws IOException {
        var accounts = new Accounts();
        accounts.accounts.put("ns/robot", Accounts.uid("u1"));
        accounts.accounts.put("ns/admin", Accounts.uid("u2"));
        var keys = SigningKeys.open(folder.resolve("sa.key"));
        tokens = new ServiceAccountTokens(HERE, keys, accounts, clock);
        var issuer =
                new TokenIssuer(new TokenIssuer.Issuer(HERE.getFirst(), HERE, 0), keys, accounts, clock, () -> "id");
        var good = Json.string(issuer.issue("ns", "robot", Json.object()).answer(), "status", "token");
        assertThat(tokens.judge(good, HERE)).isInstanceOf(Known.class);
        bad = new BadTokens(good, new Random(25_11_2026));
    }

    private void areBad(Stream<String> all) {
        all.forEach(
                token -> assertThat(tokens.judge(token, HERE)).as(() -> token).isNotInstanceOf(Known.class));
    }

    @Test
    void changedCharacters() {
        areBad(bad.changedCharacters(6_000));
    }

    @Test
    void everySingleBitOfTheSignature() {
        areBad(bad.everySingleBitOfTheSignature());
    }

    @Test
    void anotherSpellingOfTheSameBytes() {
        areBad(bad.anotherSpellingOfTheSameBytes());
    }

    @Test
    void cutAndJoined() {
        areBad(bad.cutAndJoined());
    }

    @Test
    void otherClaimsUnderTheOldSignature() {
        areBad(bad.otherClaimsUnderTheOldSignature(
                claims -> ((ObjectNode) Json.at(claims, "kubernetes.io", "serviceaccount"))
                        .put("name", "admin")
                        .put("uid", "u2")));
    }

    @Test
    void otherHeaders() {
        areBad(bad.otherHeaders());
    }

    @Test
    void payloadsOfChance() {
        areBad(bad.bytesOfChance(2_000));
        areBad(bad.deepOnes());
    }
}
