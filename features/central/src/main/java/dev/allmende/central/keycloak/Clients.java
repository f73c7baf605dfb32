package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.central.peer.PeerException;
import dev.allmende.central.peer.PeerException.Kind;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Clients of a realm: {@code /realms/{r}/clients}. The id is a UUID, the natural key the clientId. */
public final class Clients extends Things<WantedClient> {

    private final String realm;

    Clients(Admin admin, String realm) {
        super(admin, Mark.Place.ATTRIBUTE, "id");
        this.realm = realm;
    }

    @Override
    public Optional<Found> find(WantedClient wanted) {
        return find(wanted.clientId());
    }

    /** By clientId. */
    public Optional<Found> find(String clientId) {
        return only(admin.list(Paths.withQuery(clients(), "clientId", clientId)), "clientId", clientId);
    }

    /** The secret in force; empty for a client that has none. */
    public Optional<Secret> secret(String id) {
        return secret(admin.get(below(id, "client-secret")));
    }

    /** Makes a new secret. The old one is refused at once. */
    public Secret rotate(String id) {
        return secret(admin.ask(below(id, "client-secret")))
                .orElseThrow(() -> new PeerException(
                        Kind.GARBLED, 200, "keycloak: a rotated secret of client " + id + " did not come back"));
    }

    /** The user that stands for the client itself. */
    public String serviceAccountUser(String id) {
        return admin.get(below(id, "service-account-user")).path("id").asText();
    }

    /** What the client's tokens carry. */
    public Mappers mappers(String id) {
        return new Mappers(admin, below(id, "protocol-mappers", "models"));
    }

    /**
     * The scopes that apply to the client, by name, with their ids.
     *
     * @param optional those that a login must ask for, else those that always apply
     */
    public Map<String, String> scopes(String id, boolean optional) {
        return byName(admin.get(below(id, scopeList(optional))));
    }

    /** All scopes of the realm, by name, with their ids. */
    public Map<String, String> scopesOfRealm() {
        return byName(admin.get(admin.at("realms", realm, "client-scopes")));
    }

    public void addScope(String id, boolean optional, String scopeId) {
        admin.put(below(id, scopeList(optional), scopeId));
    }

    public void removeScope(String id, boolean optional, String scopeId) {
        admin.delete(below(id, scopeList(optional), scopeId));
    }

    private static String scopeList(boolean optional) {
        return optional ? "optional-client-scopes" : "default-client-scopes";
    }

    private static Map<String, String> byName(JsonNode list) {
        var ids = new LinkedHashMap<String, String>();
        list.forEach(
                scope -> ids.put(scope.path("name").asText(), scope.path("id").asText()));
        return ids;
    }

    private static Optional<Secret> secret(JsonNode tree) {
        return Json.text(tree, "value").map(Secret::new);
    }

    private URI clients() {
        return admin.at("realms", realm, "clients");
    }

    private URI below(String id, String... segments) {
        return Paths.of(at(id), segments);
    }

    @Override
    URI at(String id) {
        return admin.at("realms", realm, "clients", id);
    }

    @Override
    URI collection(WantedClient wanted) {
        return clients();
    }
}
