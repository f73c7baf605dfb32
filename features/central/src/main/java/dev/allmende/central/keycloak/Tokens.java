package dev.allmende.central.keycloak;

import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Ask;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token of one login, fetched when needed. Whoever finds it refused says so and gets another. Thread-safe. */
final class Tokens {

    /** So long before its end a token is not used for a new call any more. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final URI base;
    private final Login login;
    private final Wire wire;
    private final Clock clock;
    private @Nullable Token held;

    Tokens(URI base, Login login, Wire wire, Clock clock) {
        this.base = base;
        this.login = login;
        this.wire = wire;
        this.clock = clock;
    }

    record Token(Secret value, Instant until) {}

    /** @throws PeerException of kind UNAUTHORIZED when the login is refused */
    synchronized Token get() {
        var token = held;
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fetch();
            held = token;
        }
        return token;
    }

    /** Another token than this one, which was refused; only the first who asks fetches it. */
    synchronized Token insteadOf(Token refused) {
        if (refused.equals(held)) {
            held = null;
        }
        return get();
    }

    private Token fetch() {
        var asked = clock.instant();
        var uri = Paths.of(base, "realms", login.realm(), "protocol", "openid-connect", "token");
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        var reply = wire.send(new Ask("POST", uri, headers, Login.encoded(login.form())));
        if (!reply.ok()) {
            throw refused(reply.status(), Faults.words(reply));
        }
        var tree = Json.tree(reply.body());
        var token = tree.flatMap(body -> Json.text(body, "access_token"))
                .orElseThrow(() -> new PeerException(
                        Kind.GARBLED,
                        reply.status(),
                        wire.peer() + ": the login's answer holds no token; is this Keycloak's base address?"));
        var seconds = tree.get().path("expires_in").asLong(60);
        // A token shorter than the margin is still good for half its life.
        var usable = Math.max(seconds - MARGIN.toSeconds(), seconds / 2);
        return new Token(new Secret(token), asked.plusSeconds(usable));
    }

    private PeerException refused(int status, String words) {
        var said = login.secret().removeFrom(words);
        var at = wire.peer() + ": login of " + login.who() + ": " + status + " " + said;
        return switch (status) {
            case 400, 401, 403 ->
                new PeerException(
                        Kind.UNAUTHORIZED, status, at + "; put a valid credential into the connection's Secret");
            case 404 ->
                new PeerException(
                        Kind.UNAUTHORIZED,
                        status,
                        at + "; check the address (old Keycloaks end in /auth) and the realm of the login");
            default -> new PeerException(PeerException.kindOf(status), status, at);
        };
    }
}
