package dev.allmende.central.keycloak;

import dev.allmende.central.keycloak.WantedUser.Identity;
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
import java.util.stream.Collectors;

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

    /** Who the user is at identity providers. */
    public Set<Identity> identities(String id) {
        return admin.list(below(id, "federated-identity")).stream()
                .map(link -> new Identity(
                        link.path("identityProvider").asText(),
                        link.path("userId").asText(),
                        link.path("userName").asText()))
                .collect(Collectors.toSet());
    }

    @Override
    List<Facet> facets(WantedUser wanted, Found have) {
        var id = have.id();
        var facets = new ArrayList<Facet>();
        wanted.groups().ifPresent(paths -> facets.add(groupFacet(id, paths)));
        wanted.roles().ifPresent(roles -> facets.add(roles(id).facet("roles", roles)));
        wanted.identities()
                .ifPresent(all -> facets.add(new SetFacet<>(
                        "identities",
                        all,
                        identities(id),
                        missing -> link(id, missing.iterator().next()),
                        extra -> unlink(id, extra.iterator().next().provider()))));
        return facets;
    }

    private Facet groupFacet(String id, Set<String> wanted) {
        var have = groups(id);
        return new SetFacet<>(
                "groups",
                wanted,
                have.keySet(),
                missing -> join(id, groupAt(missing.iterator().next())),
                extra -> extra.stream().findFirst().map(have::get).ifPresent(group -> leave(id, group)));
    }

    private String groupAt(String path) {
        var segments = path.replaceFirst("^/", "").split("/", -1);
        var uri = Paths.of(admin.at("realms", realm, "group-by-path"), segments);
        return admin.find(uri)
                .map(group -> group.path("id").asText())
                .orElseThrow(() -> new PeerException(
                        Kind.NOT_FOUND,
                        404,
                        "keycloak: realm '" + realm + "' has no group '" + path + "'; make it first"));
    }

    /** Lets the user log in as somebody of a provider. There is one for each provider, so another one goes first. */
    public void link(String id, Identity identity) {
        if (identities(id).stream().anyMatch(other -> other.provider().equals(identity.provider()))) {
            unlink(id, identity.provider());
            return;
        }
        var body = Json.object()
                .put("identityProvider", identity.provider())
                .put("userId", identity.userId())
                .put("userName", identity.userName());
        admin.post(below(id, "federated-identity", identity.provider()), body);
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
