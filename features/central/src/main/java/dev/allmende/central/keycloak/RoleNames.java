package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Between roles as people name them and as Keycloak wants them in bodies: whole, with their ids. For one step only. */
final class RoleNames {

    private final Admin admin;
    private final String realm;
    private final Clients clients;
    private final Map<String, String> clientIds = new HashMap<>();

    RoleNames(Admin admin, String realm) {
        this.admin = admin;
        this.realm = realm;
        this.clients = new Clients(admin, realm);
    }

    Set<RoleName> of(List<JsonNode> representations) {
        var names = new LinkedHashSet<RoleName>();
        for (var role : representations) {
            var name = role.path("name").asText();
            names.add(
                    role.path("clientRole").asBoolean()
                            ? RoleName.ofClient(
                                    clientId(role.path("containerId").asText()), name)
                            : RoleName.ofRealm(name));
        }
        return names;
    }

    /** @throws PeerException of kind NOT_FOUND naming the first role or client that is not there */
    ArrayNode representations(Set<RoleName> names) {
        var array = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> array.add(representation(name)));
        return array;
    }

    JsonNode representation(RoleName name) {
        var uri = name.client()
                .map(client -> admin.at("realms", realm, "clients", uuid(client), "roles", name.name()))
                .orElseGet(() -> admin.at("realms", realm, "roles", name.name()));
        return admin.find(uri).orElseThrow(() -> missing("role '" + name + "'"));
    }

    String uuid(String clientId) {
        return clients.find(clientId).map(Found::id).orElseThrow(() -> missing("client '" + clientId + "'"));
    }

    private String clientId(String uuid) {
        return clientIds.computeIfAbsent(
                uuid,
                id -> clients.get(id)
                        .map(found -> found.tree().path("clientId").asText())
                        .orElseThrow(() -> missing("client " + id)));
    }

    private PeerException missing(String what) {
        return new PeerException(
                Kind.NOT_FOUND, 404, "keycloak: realm '" + realm + "' has no " + what + "; make it first");
    }
}
