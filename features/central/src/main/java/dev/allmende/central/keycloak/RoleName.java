package dev.allmende.central.keycloak;

import java.util.Optional;

/**
 * A role as people name it.
 *
 * @param client clientId of the client it belongs to; empty for a role of the realm
 */
public record RoleName(Optional<String> client, String name) {

    public static RoleName ofRealm(String name) {
        return new RoleName(Optional.empty(), name);
    }

    public static RoleName ofClient(String clientId, String name) {
        return new RoleName(Optional.of(clientId), name);
    }

    @Override
    public String toString() {
        return client.map(id -> id + "/" + name).orElse(name);
    }
}
