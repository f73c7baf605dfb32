package dev.allmende.apiserver.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.authn.TokenAuthenticator.Known;
import dev.allmende.apiserver.authn.TokenAuthenticator.Refused;
import dev.allmende.apiserver.authn.TokenAuthenticator.Unknown;
import dev.allmende.apiserver.authn.TokenAuthenticator.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final List<String> asked = new ArrayList<>();
    private Optional<String> broken = Optional.empty();
    private Instant until = Instant.MAX;
    private final TokenCache cache = new TokenCache(this::behind, clock);

    private Verdict behind(String token, List<String> audiences) {
        asked.add(token);
        return token.startsWith("good") ? new Known(User.of("eve"), audiences, until, () -> broken) : Unknown.VERDICT;
    }

    private Verdict judge(String token, String audience) {
        return cache.judge(token, List.of(audience));
    }

    @Test
    void asksOnceForAWhile() {
        judge("good", "a");
        assertThat(judge("good", "a")).isInstanceOf(Known.class);
        assertThat(asked).hasSize(1);

        clock.pass(TokenCache.LIFE);
        judge("good", "a");
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainForAnotherTokenOrAudience() {
        judge("good", "a");
        judge("good", "b");
        judge("good2", "a");

        assertThat(asked).containsExactly("good", "good", "good2");
    }

    @Test
    void looksAtTheBondEveryTime() {
        judge("good", "a");
        broken = Optional.of("account deleted");

        assertThat(judge("good", "a")).isEqualTo(new Refused("account deleted"));
        assertThat(judge("good3", "a")).isEqualTo(new Refused("account deleted"));
    }

    @Test
    void forgetsATokenWhenItEnds() {
        until = clock.instant().plusSeconds(3);
        judge("good", "a");
        clock.pass(Duration.ofSeconds(3));
        judge("good", "a");

        assertThat(asked).hasSize(2);
    }

    @Test
    void doesNotRememberBadTokens() {
        judge("bad", "a");
        judge("bad", "a");

        assertThat(asked).hasSize(2);
    }

    @Test
    void staysBoundedWhenThereAreManyTokens() {
        for (int i = 0; i < 25_000; i++) {
            judge("good" + i, "a");
        }

        assertThat(judge("good24999", "a")).isInstanceOf(Known.class);
        assertThat(asked).as("the latest is still known").hasSize(25_000);
    }
}
