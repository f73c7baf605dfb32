package dev.allmende.central.identity.group;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.RoleRef;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups as wishes. */
public final class GroupKind implements Kind<GroupSpec, Group, WantedGroup> {

    @Override
    public Class<Group> type() {
        return Group.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of(Realm.class, Group.class);
    }

    @Override
    public Set<Reference> references(GroupSpec spec) {
        var all = new LinkedHashSet<Reference>();
        all.add(new Reference("Realm", spec.realmRef().name()));
        if (spec.parentRef() != null) {
            all.add(new Reference("Group", spec.parentRef().name()));
        }
        return all;
    }

    @Override
    public Place place(Group resource, Scene scene) {
        return scene.place(resource.getSpec().realmRef());
    }

    @Override
    public Things<WantedGroup> things(Place place) {
        return place.keycloak().groups(place.realm());
    }

    @Override
    public WantedGroup wanted(Group resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        return new WantedGroup(
                requireNonNullElse(spec.groupName(), resource.getMetadata().getName()),
                Optional.ofNullable(spec.parentRef()).map(parent -> scene.id(Group.class, parent.name())),
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                RoleRef.names(spec.roles()),
                requireNonNullElse(spec.defaultGroup(), false));
    }
}
