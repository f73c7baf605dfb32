package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.identity.Group;
import dev.allmende.api.identity.GroupSeen;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.WantedGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to groups. */
record GroupClaims(Finder finder) implements Claims<Group, GroupSeen, Found> {

    @Override
    public Sought<Claim<Found, GroupSeen>> of(Group group, boolean isLeaving) {
        var spec = group.getSpec();
        return finder.place(group, spec.realmRef(), isLeaving)
                .then(place -> finder.id(Group.class, group, spec.parentRef(), isLeaving)
                        .map(parent -> Asked.of(
                                "group",
                                place.keycloak().groups(place.realm()),
                                wanted(group, parent),
                                GroupClaims::seen)));
    }

    private static GroupSeen seen(Found found) {
        return new GroupSeen(found.tree().path("path").asText());
    }

    private static WantedGroup wanted(Group group, Optional<String> parent) {
        var spec = group.getSpec();
        return new WantedGroup(
                spec.named(group.getMetadata().getName()),
                parent,
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                Roles.of(spec.roles()),
                requireNonNullElse(spec.defaultGroup(), false));
    }
}
