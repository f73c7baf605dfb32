package dev.allmende.central.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Identity providers of a realm: {@code /realms/{r}/identity-provider/instances}. The id is the alias. */
public final class IdentityProviders extends Things<WantedProvider> {

    private final String realm;

    IdentityProviders(Admin admin, String realm) {
        super(admin, Mark.Place.CONFIG, "alias");
        this.realm = realm;
    }

    @Override
    public Optional<Found> find(WantedProvider wanted) {
        return get(wanted.alias());
    }

    /** What a login brings along. */
    public Mappers mappers(String alias) {
        return new Mappers(admin, Paths.of(at(alias), "mappers"));
    }

    @Override
    List<Facet> facets(WantedProvider wanted, Found have) {
        return wanted.mappers().stream()
                .<Facet>map(all -> MapperFacet.of(mappers(have.id()), all))
                .toList();
    }

    @Override
    URI at(String id) {
        return admin.at("realms", realm, "identity-provider", "instances", id);
    }

    @Override
    URI collection(WantedProvider wanted) {
        return admin.at("realms", realm, "identity-provider", "instances");
    }
}
