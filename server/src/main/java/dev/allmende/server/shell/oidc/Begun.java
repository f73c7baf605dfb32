package dev.allmende.server.shell.oidc;

import dev.allmende.server.shell.login.Sessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sign-ins that have begun and whose browsers are at the issuer. Each can be ended once, in the browser that began it. */
final class Begun {

    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    /**
     * @param state known to browser and issuer
     * @param browser known to the browser alone
     * @param nonce that the token must hold
     * @param verifier of PKCE
     */
    record Flow(
            String state,
            String browser,
            String nonce,
            String verifier,
            String redirect,
            String goOn,
            Provider.Endpoints endpoints,
            Instant until) {}

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Flow> flows = new LinkedHashMap<>();

    Begun(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized Flow begin(String redirect, String goOn, Provider.Endpoints endpoints) {
        var now = clock.instant();
        flows.values().removeIf(flow -> flow.until().isBefore(now));
        if (flows.size() >= MOST) {
            flows.remove(flows.keySet().iterator().next());
        }
        var flow = new Flow(
                Sessions.secret(random),
                Sessions.secret(random),
                Sessions.secret(random),
                Sessions.secret(random),
                redirect,
                goOn,
                endpoints,
                now.plus(PATIENCE));
        flows.put(flow.state(), flow);
        return flow;
    }

    synchronized Optional<Flow> end(String state, String browser) {
        return Optional.ofNullable(flows.remove(state))
                .filter(flow -> flow.until().isAfter(clock.instant()))
                .filter(flow -> MessageDigest.isEqual(
                        flow.browser().getBytes(StandardCharsets.UTF_8), browser.getBytes(StandardCharsets.UTF_8)));
    }
}
