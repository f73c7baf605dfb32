package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles that one user or group was given directly: {@code .../role-mappings}. */
public final class RoleMappings {

    private final Admin admin;
    private final RoleNames names;
    private final URI mappings;

    RoleMappings(Admin admin, String realm, URI mappings) {
        this.admin = admin;
        this.names = new RoleNames(admin, realm);
        this.mappings = mappings;
    }

    public Set<RoleName> all() {
        var tree = admin.get(mappings);
        var all = new LinkedHashSet<RoleName>();
        tree.path("realmMappings")
                .forEach(role -> all.add(RoleName.ofRealm(role.path("name").asText())));
        for (JsonNode client : tree.path("clientMappings")) {
            var clientId = client.path("client").asText();
            client.path("mappings")
                    .forEach(role -> all.add(
                            RoleName.ofClient(clientId, role.path("name").asText())));
        }
        return all;
    }

    /** The roles as a whole, but for the one that each user has by himself and that stands for the realm's defaults. */
    Facet facet(String path, Set<RoleName> wanted) {
        var have = all().stream()
                .filter(role -> role.client().isPresent() || !role.name().startsWith("default-roles-"))
                .collect(Collectors.toSet());
        return new SetFacet<>(path, wanted, have, this::add, this::remove);
    }

    /**
     * Gives those of the realm, or else those of one client: one call. The others are left for the next time.
     *
     * @throws dev.allmende.peer.PeerException of kind NOT_FOUND naming a role that is not there
     */
    public void add(Set<RoleName> roles) {
        var some = ofOne(roles);
        admin.post(at(some), names.representations(some));
    }

    /** Takes those of the realm, or else those of one client: one call. The others are left for the next time. */
    public void remove(Set<RoleName> roles) {
        var some = ofOne(roles);
        admin.delete(at(some), names.representations(some));
    }

    private URI at(Set<RoleName> ofOne) {
        return ofOne.iterator()
                .next()
                .client()
                .map(id -> Paths.of(mappings, "clients", names.uuid(id)))
                .orElseGet(() -> Paths.of(mappings, "realm"));
    }

    private static Set<RoleName> ofOne(Set<RoleName> roles) {
        var owner = roles.stream()
                .map(role -> role.client().orElse(""))
                .sorted()
                .findFirst()
                .orElseThrow();
        return roles.stream()
                .filter(role -> role.client().orElse("").equals(owner))
                .collect(Collectors.toSet());
    }
}
