package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * Names of the scopes that apply to the client.
     *
     * @param optional those that a login must ask for, else those that always apply
     */
    public Set<String> scopes(String id, boolean optional) {
        return byName(admin.get(below(id, scopeList(optional)))).keySet();
    }

    @Override
    List<Facet> facets(WantedClient wanted, Found have) {
        var id = have.id();
        var facets = new ArrayList<Facet>();
        // A scope is in one of the lists only, so it leaves the one before it comes into the other.
        wanted.scopes().standard().ifPresent(names -> facets.add(scopeFacet(id, false, names)));
        wanted.scopes().optional().ifPresent(names -> facets.add(scopeFacet(id, true, names)));
        wanted.scopes().mappers().ifPresent(mappers -> facets.add(MapperFacet.of(mappers(id), mappers)));
        wanted.serviceAccountRoles()
                .ifPresent(roles -> facets.add(new RoleMappings(
                                admin,
                                realm,
                                admin.at("realms", realm, "users", serviceAccountUser(id), "role-mappings"))
                        .facet("serviceAccountRoles", roles)));
        return facets;
    }

    private Facet scopeFacet(String id, boolean optional, Set<String> wanted) {
        return new SetFacet<>(
                optional ? "optionalScopes" : "defaultScopes",
                wanted,
                scopes(id, optional),
                missing -> addScope(id, optional, missing.iterator().next()),
                extra -> admin.delete(
                        below(id, scopeList(optional), scopeId(extra.iterator().next()))));
    }

    private void addScope(String id, boolean optional, String name) {
        if (scopes(id, !optional).contains(name)) {
            admin.delete(below(id, scopeList(!optional), scopeId(name)));
        } else {
            admin.put(below(id, scopeList(optional), scopeId(name)));
        }
    }

    private String scopeId(String name) {
        return Optional.ofNullable(byName(admin.get(admin.at("realms", realm, "client-scopes")))
                        .get(name))
                .orElseThrow(() -> new PeerException(
                        Kind.NOT_FOUND,
                        404,
                        "keycloak: realm '" + realm + "' has no client scope '" + name + "'; make it first"));
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
