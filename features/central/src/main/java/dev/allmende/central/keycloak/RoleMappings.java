package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** @throws dev.allmende.central.peer.PeerException of kind NOT_FOUND naming a role that is not there */
    public void add(Set<RoleName> roles) {
        byClient(roles).forEach((client, some) -> admin.post(at(client), names.representations(some)));
    }

    public void remove(Set<RoleName> roles) {
        byClient(roles).forEach((client, some) -> admin.delete(at(client), names.representations(some)));
    }

    private URI at(Optional<String> client) {
        return client.map(id -> Paths.of(mappings, "clients", names.uuid(id)))
                .orElseGet(() -> Paths.of(mappings, "realm"));
    }

    private static Map<Optional<String>, Set<RoleName>> byClient(Set<RoleName> roles) {
        var groups = new LinkedHashMap<Optional<String>, Set<RoleName>>();
        for (var role : roles) {
            groups.computeIfAbsent(role.client(), client -> new LinkedHashSet<>())
                    .add(role);
        }
        return groups;
    }
}
