package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Connection;
import dev.allmende.central.keycloak.Keycloak;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client for each Secret and what is in it: tokens and connections are shared by all objects, and a changed credential or
 * CA makes a new client at once. Thread-safe.
 */
public final class Keycloaks implements AutoCloseable {

    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public Keycloaks(Clock clock) {
        this.clock = clock;
    }

    private record Held(Connection connection, Keycloak keycloak) {}

    /** @param secret namespace and name of the Secret */
    Keycloak get(String secret, Connection connection) {
        // The old client is not closed, for it may be in use; it goes with its last user.
        return held.compute(
                        secret,
                        (key, old) -> old != null && old.connection().equals(connection)
                                ? old
                                : new Held(connection, Keycloak.open(connection, clock)))
                .keycloak();
    }

    @Override
    public void close() {
        held.values().forEach(each -> each.keycloak().close());
    }
}
