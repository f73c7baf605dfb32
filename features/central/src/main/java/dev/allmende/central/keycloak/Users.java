package dev.allmende.central.keycloak;

import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Users of a realm: {@code /realms/{r}/users}. A user keeps our mark only where {@link Realms#keepsMarksOfUsers} says so.
 */
public final class Users extends Things<WantedUser> {

    private final String realm;

    Users(Admin admin, String realm) {
        super(admin, Mark.Place.ATTRIBUTE_LIST, "id");
        this.realm = realm;
    }

    @Override
    public Optional<Found> find(WantedUser wanted) {
        var list = admin.list(Paths.withQuery(users(), "username", wanted.username(), "exact", "true"));
        return only(list, "username", wanted.username());
    }

    /** @param temporary whether the user must choose another at the next login */
    public void setPassword(String id, Secret password, boolean temporary) {
        var body = Json.object()
                .put("type", "password")
                .put("value", password.reveal())
                .put("temporary", temporary);
        admin.put(below(id, "reset-password"), body);
    }

    /** The groups the user is in directly: path and id. */
    public Map<String, String> groups(String id) {
        var ids = new LinkedHashMap<String, String>();
        admin.list(Paths.withQuery(below(id, "groups"), "max", "1000"))
                .forEach(group ->
                        ids.put(group.path("path").asText(), group.path("id").asText()));
        return ids;
    }

    public void join(String id, String group) {
        admin.put(below(id, "groups", group));
    }

    public void leave(String id, String group) {
        admin.delete(below(id, "groups", group));
    }

    public RoleMappings roles(String id) {
        return new RoleMappings(admin, realm, below(id, "role-mappings"));
    }

    /** Provider's alias and the user's id there. */
    public Map<String, String> identities(String id) {
        var identities = new LinkedHashMap<String, String>();
        admin.list(below(id, "federated-identity"))
                .forEach(link -> identities.put(
                        link.path("identityProvider").asText(),
                        link.path("userId").asText()));
        return identities;
    }

    /** Lets the user log in through a provider. */
    public void link(String id, String alias, String userId, String userName) {
        var body = Json.object()
                .put("identityProvider", alias)
                .put("userId", userId)
                .put("userName", userName);
        admin.post(below(id, "federated-identity", alias), body);
    }

    public void unlink(String id, String alias) {
        admin.delete(below(id, "federated-identity", alias));
    }

    private URI users() {
        return admin.at("realms", realm, "users");
    }

    private URI below(String id, String... segments) {
        return Paths.of(at(id), segments);
    }

    @Override
    URI at(String id) {
        return admin.at("realms", realm, "users", id);
    }

    @Override
    URI collection(WantedUser wanted) {
        return users();
    }
}
