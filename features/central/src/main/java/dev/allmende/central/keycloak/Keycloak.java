package dev.allmende.central.keycloak;

import dev.allmende.openstack.Json;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.Wire;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** One Keycloak, logged in when first asked. Close it to give its connections back. Thread-safe. */
public final class Keycloak implements AutoCloseable {

    private final Wire wire;
    private final Admin admin;
    private final URI base;

    private Keycloak(Wire wire, Admin admin, URI base) {
        this.base = base;
        this.wire = wire;
        this.admin = admin;
    }

    /** @throws PeerException of kind TLS when the CA bundle holds no certificate */
    public static Keycloak open(Connection to, Clock clock) {
        var wire = new Wire("keycloak " + to.base(), to.authorities(), to.limits());
        return new Keycloak(
                wire, new Admin(to.base(), new Tokens(to.base(), to.login(), wire, clock), wire), to.base());
    }

    /** Its version, as {@code 26.7.3}; empty when the login may not see it. */
    public Optional<String> version() {
        return admin.find(admin.at("serverinfo")).flatMap(info -> Json.text(info.path("systemInfo"), "version"));
    }

    /** What the realm's tokens name as their issuer, unless Keycloak was told another address of itself. */
    public String issuer(String realm) {
        return Paths.of(base, "realms", realm).toString();
    }

    public Realms realms() {
        return new Realms(admin);
    }

    public Clients clients(String realm) {
        return new Clients(admin, realm);
    }

    public Groups groups(String realm) {
        return new Groups(admin, realm);
    }

    public Roles roles(String realm) {
        return new Roles(admin, realm);
    }

    public Users users(String realm) {
        return new Users(admin, realm);
    }

    public IdentityProviders identityProviders(String realm) {
        return new IdentityProviders(admin, realm);
    }

    @Override
    public void close() {
        wire.close();
    }
}
