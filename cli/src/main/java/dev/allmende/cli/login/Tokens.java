package dev.allmende.cli.login;

import dev.allmende.openstack.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an issuer gave.
 *
 * @param id the ID token, which API servers take
 * @param refresh gets the next ones, while the issuer keeps the session
 * @param user as the issuer calls the user, for people
 * @param expires of the ID token
 */
record Tokens(Secret id, Optional<Secret> refresh, String user, Instant expires) {

    /** A request may be under way for a while. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    boolean fresh(Instant now) {
        return now.plus(MARGIN).isBefore(expires);
    }

    Tokens orRefresh(Optional<Secret> older) {
        return new Tokens(id, refresh.or(() -> older), user, expires);
    }
}
