package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.identity.Client;
import dev.allmende.api.identity.Role;
import dev.allmende.api.identity.RoleSeen;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.WantedRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to roles. */
record RoleClaims(Finder finder) implements Claims<Role, RoleSeen, Found> {

    @Override
    public Sought<Claim<Found, RoleSeen>> of(Role role, boolean isLeaving) {
        var spec = role.getSpec();
        return finder.place(role, spec.realmRef(), isLeaving)
                .then(place -> finder.id(Client.class, role, spec.clientRef(), isLeaving)
                        .map(client -> Asked.of(
                                "role",
                                place.keycloak().roles(place.realm()),
                                wanted(role, client),
                                RoleClaims::seen)));
    }

    private static RoleSeen seen(Found found) {
        return new RoleSeen(
                found.tree().path("name").asText(),
                found.tree().path("composite").asBoolean());
    }

    private static WantedRole wanted(Role role, Optional<String> client) {
        var spec = role.getSpec();
        return new WantedRole(
                spec.named(role.getMetadata().getName()),
                client,
                Optional.ofNullable(spec.description()),
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                Roles.of(spec.composites()));
    }
}
