package dev.allmende.central.identity.role;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.RoleRef;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.identity.client.Client;
import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles as wishes. */
public final class RoleKind implements Kind<RoleSpec, Role, WantedRole> {

    @Override
    public Class<Role> type() {
        return Role.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of(Realm.class, Client.class);
    }

    @Override
    public Set<Reference> references(RoleSpec spec) {
        var all = new LinkedHashSet<Reference>();
        all.add(new Reference("Realm", spec.realmRef().name()));
        if (spec.clientRef() != null) {
            all.add(new Reference("Client", spec.clientRef().name()));
        }
        return all;
    }

    @Override
    public Place place(Role resource, Scene scene) {
        return scene.place(resource.getSpec().realmRef());
    }

    @Override
    public Things<WantedRole> things(Place place) {
        return place.keycloak().roles(place.realm());
    }

    @Override
    public WantedRole wanted(Role resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        return new WantedRole(
                requireNonNullElse(spec.roleName(), resource.getMetadata().getName()),
                Optional.ofNullable(spec.clientRef()).map(client -> scene.id(Client.class, client.name())),
                Optional.ofNullable(spec.description()),
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                RoleRef.names(spec.composites()));
    }
}
