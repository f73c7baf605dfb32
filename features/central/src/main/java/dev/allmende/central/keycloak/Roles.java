package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roles: {@code /realms/{r}/roles}, {@code /realms/{r}/clients/{id}/roles}, by id {@code /realms/{r}/roles-by-id/{id}}.
 */
public final class Roles extends Things<WantedRole> {

    private final String realm;

    Roles(Admin admin, String realm) {
        super(admin, Mark.Place.ATTRIBUTE_LIST, "id");
        this.realm = realm;
    }

    @Override
    public Optional<Found> find(WantedRole wanted) {
        return admin.find(Paths.of(collection(wanted), wanted.name())).flatMap(this::found);
    }

    /** Keycloak's answer to the creation names the role and not its id, so it is read again. */
    @Override
    public String create(WantedRole wanted, String owner) {
        super.create(wanted, owner);
        return find(wanted)
                .orElseThrow(() -> new IllegalStateException("a role that was just made is gone"))
                .id();
    }

    /** What the role is made of. */
    public Set<RoleName> composites(String id) {
        return new RoleNames(admin, realm).of(admin.list(composed(id)));
    }

    /** Whoever has the role has these too. */
    public void addComposites(String id, Set<RoleName> roles) {
        if (!roles.isEmpty()) {
            admin.post(composed(id), representations(roles));
        }
    }

    public void removeComposites(String id, Set<RoleName> roles) {
        if (!roles.isEmpty()) {
            admin.delete(composed(id), representations(roles));
        }
    }

    @Override
    List<Facet> facets(WantedRole wanted, Found have) {
        var id = have.id();
        return wanted.composites().stream()
                .<Facet>map(all -> new SetFacet<>(
                        "composites",
                        all,
                        composites(id),
                        missing -> addComposites(id, missing),
                        extra -> removeComposites(id, extra)))
                .toList();
    }

    private JsonNode representations(Set<RoleName> roles) {
        return new RoleNames(admin, realm).representations(roles);
    }

    private URI composed(String id) {
        return Paths.of(at(id), "composites");
    }

    @Override
    URI at(String id) {
        return admin.at("realms", realm, "roles-by-id", id);
    }

    @Override
    URI collection(WantedRole wanted) {
        return wanted.client()
                .map(client -> admin.at("realms", realm, "clients", client, "roles"))
                .orElseGet(() -> admin.at("realms", realm, "roles"));
    }
}
