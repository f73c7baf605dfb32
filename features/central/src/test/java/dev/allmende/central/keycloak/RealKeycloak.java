package dev.allmende.central.keycloak;

import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.Limits;
import java.net.URI;
import java.util.Optional;

/** The Keycloak of testbed/keycloak-up; KEYCLOAK_URL names another one with the same administrator. */
public final class RealKeycloak {

    private RealKeycloak() {}

    public static URI uri() {
        var given = System.getenv("KEYCLOAK_URL");
        return URI.create(given == null ? "http://127.0.0.1:18180" : given);
    }

    public static Connection connection() {
        var login = new Login.Password("master", "admin-cli", "admin", new Secret("admin"));
        return new Connection(uri(), login, Optional.empty(), Limits.STANDARD);
    }
}
