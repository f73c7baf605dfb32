package dev.allmende.server.shell.login;

import dev.allmende.apiserver.authn.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The sessions of this process; they end with it. A browser holds 256 random bits, the server only their sum, so that a
 * dump of its memory or log signs nobody in. A session's secret is always new: what a browser brought along is never taken.
 */
public final class Sessions {

    /**
     * @param idle without a page asked for; streams of events do not count
     * @param absolute whatever is done
     * @param most of all users
     */
    public record Limits(Duration idle, Duration absolute, int most) {
        public static final Limits STANDARD = new Limits(Duration.ofMinutes(60), Duration.ofHours(12), 10_000);
    }

    /** @param secret for the browser alone */
    public record Opened(String secret, Session session) {}

    private static final int SECRET_BYTES = 32;

    private final Limits limits;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    public Sessions(Limits limits, InstantSource clock, SecureRandom random) {
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** @param stillGood asked with every page; when false the session ends */
    public Opened open(User user, BooleanSupplier stillGood) {
        makeRoom();
        var secret = secret(random);
        var session = new Session(key(secret), user, clock.instant(), stillGood);
        sessions.put(session.key(), session);
        return new Opened(secret, session);
    }

    /** 256 random bits as text for cookies and addresses. */
    public static String secret(SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The session of a secret. Does not count as use, see {@link #use}. */
    public Optional<Session> find(String secret) {
        var session = sessions.get(key(secret));
        return session != null && isAlive(session) ? Optional.of(session) : Optional.empty();
    }

    /** Somebody has asked for a page. */
    public void use(Session session) {
        session.use(clock.instant());
    }

    /** Whether it is neither closed nor too old. Ends it when it is. */
    public boolean isAlive(Session session) {
        if (session.holds() && !isOver(session, clock.instant())) {
            return true;
        }
        close(session);
        return false;
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.used().plus(limits.idle()))
                || !now.isBefore(session.since().plus(limits.absolute()));
    }

    public void close(Session session) {
        session.close();
        sessions.remove(session.key());
    }

    private void makeRoom() {
        if (sessions.size() < limits.most()) {
            return;
        }
        var now = clock.instant();
        sessions.values().stream()
                .filter(session -> isOver(session, now))
                .toList()
                .forEach(this::close);
        if (sessions.size() >= limits.most()) {
            sessions.values().stream().min(Comparator.comparing(Session::used)).ifPresent(this::close);
        }
    }

    private static String key(String secret) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
