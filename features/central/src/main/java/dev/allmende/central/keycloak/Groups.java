package dev.allmende.central.keycloak;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups of a realm: {@code /realms/{r}/groups} and {@code .../groups/{id}/children}. */
public final class Groups extends Things<WantedGroup> {

    private final String realm;

    Groups(Admin admin, String realm) {
        super(admin, Mark.Place.ATTRIBUTE_LIST, "id");
        this.realm = realm;
    }

    /**
     * By the name among the siblings, and not by path: a name may hold a slash, and then two groups can have one path. The
     * list is a short form, so the found one is read whole.
     */
    @Override
    public Optional<Found> find(WantedGroup wanted) {
        var siblings = Paths.withQuery(collection(wanted), "search", wanted.name(), "exact", "true", "max", "1000");
        return only(admin.list(siblings), "name", wanted.name()).flatMap(found -> get(found.id()));
    }

    public RoleMappings roles(String id) {
        return new RoleMappings(admin, realm, Paths.of(at(id), "role-mappings"));
    }

    /** Whether each new user of the realm comes into the group. */
    public boolean isDefault(String id) {
        return admin.list(admin.at("realms", realm, "default-groups")).stream()
                .anyMatch(group -> group.path("id").asText().equals(id));
    }

    public void setDefault(String id, boolean wanted) {
        var uri = admin.at("realms", realm, "default-groups", id);
        if (wanted) {
            admin.put(uri);
        } else {
            admin.delete(uri);
        }
    }

    @Override
    List<Facet> facets(WantedGroup wanted, Found have) {
        var facets = new ArrayList<Facet>();
        wanted.roles().ifPresent(all -> facets.add(roles(have.id()).facet("roles", all)));
        facets.add(new SetFacet<>(
                "default",
                Set.of(wanted.standard()),
                Set.of(isDefault(have.id())),
                missing -> setDefault(have.id(), wanted.standard()),
                extra -> {}));
        return facets;
    }

    @Override
    URI at(String id) {
        return admin.at("realms", realm, "groups", id);
    }

    @Override
    URI collection(WantedGroup wanted) {
        return wanted.parent()
                .map(parent -> Paths.of(at(parent), "children"))
                .orElseGet(() -> admin.at("realms", realm, "groups"));
    }
}
