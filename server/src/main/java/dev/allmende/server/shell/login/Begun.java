package dev.allmende.server.shell.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins that have begun and whose browsers are at another server. Each can be ended once, in the browser that began it.
 *
 * @param <T> what a flow knows of that server
 */
public final class Begun<T> {

    public static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    /**
     * @param state known to browser and server
     * @param browser known to the browser alone
     * @param nonce that an ID token must hold
     * @param verifier of PKCE, for the server alone
     * @param redirect where the server sends the browser back to
     * @param goOn where the reader wants to go
     */
    public record Flow<T>(
            String state,
            String browser,
            String nonce,
            String verifier,
            String redirect,
            String goOn,
            T server,
            Instant until) {

        /** What the server is told of the verifier (RFC 7636, 4.2: S256). */
        public String challenge() {
            try {
                var sum = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Says nothing of what only few may know. */
        @Override
        public String toString() {
            return "Flow[" + redirect + "]";
        }
    }

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Flow<T>> flows = new LinkedHashMap<>();

    public Begun(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized Flow<T> begin(String redirect, String goOn, T server) {
        var now = clock.instant();
        flows.values().removeIf(flow -> flow.until().isBefore(now));
        if (flows.size() >= MOST) {
            flows.remove(flows.keySet().iterator().next());
        }
        var flow = new Flow<>(
                Sessions.secret(random),
                Sessions.secret(random),
                Sessions.secret(random),
                Sessions.secret(random),
                redirect,
                goOn,
                server,
                now.plus(PATIENCE));
        flows.put(flow.state(), flow);
        return flow;
    }

    public synchronized Optional<Flow<T>> end(String state, String browser) {
        return Optional.ofNullable(flows.remove(state))
                .filter(flow -> flow.until().isAfter(clock.instant()))
                .filter(flow -> MessageDigest.isEqual(
                        flow.browser().getBytes(StandardCharsets.UTF_8), browser.getBytes(StandardCharsets.UTF_8)));
    }
}
