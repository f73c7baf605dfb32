package dev.allmende.apiserver.authn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers good tokens for a short time, so that a client's thousands of requests cost one signature check. Holds digests,
 * not tokens. The bond of a token is asked at every use: a deleted service account is out at once.
 */
public final class TokenCache implements TokenAuthenticator {

    /** As long as Kubernetes remembers a success: a key withdrawn by an issuer is honoured this much longer. */
    public static final Duration LIFE = Duration.ofSeconds(10);

    private static final int MOST = 10_000;

    private record Key(ByteBuffer digest, List<String> audiences) {}

    private record Remembered(Known verdict, Instant until) {}

    private final TokenAuthenticator behind;
    private final InstantSource clock;
    private final ConcurrentHashMap<Key, Remembered> good = new ConcurrentHashMap<>();

    public TokenCache(TokenAuthenticator behind, InstantSource clock) {
        this.behind = behind;
        this.clock = clock;
    }

    @Override
    public Verdict judge(String token, List<String> audiences) {
        var key = new Key(ByteBuffer.wrap(digest(token)), audiences);
        var now = clock.instant();
        var remembered = good.get(key);
        if (remembered != null && now.isBefore(remembered.until())) {
            return unlessBroken(remembered.verdict());
        }
        var verdict = behind.judge(token, audiences);
        if (verdict instanceof Known known) {
            remember(key, known, now);
            return unlessBroken(known);
        }
        good.remove(key);
        return verdict;
    }

    private static Verdict unlessBroken(Known known) {
        Optional<String> broken = known.bond().broken();
        return broken.isEmpty() ? known : new Refused(broken.get());
    }

    private void remember(Key key, Known known, Instant now) {
        if (good.size() >= MOST) {
            good.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (good.size() >= MOST) {
            good.clear();
        }
        var end = now.plus(LIFE);
        good.put(key, new Remembered(known, known.until().isBefore(end) ? known.until() : end));
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
