package dev.allmende.central.identity.user;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.NameRef;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.RoleRef;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.identity.group.Group;
import dev.allmende.central.identity.provider.IdentityProvider;
import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedUser;
import dev.allmende.openstack.config.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Users as wishes; hands their passwords over. */
public final class UserKind implements Kind<UserSpec, User, WantedUser> {

    private static final String PASSWORD = "password";

    @Override
    public Class<User> type() {
        return User.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of(Realm.class, Group.class, IdentityProvider.class);
    }

    @Override
    public Set<Reference> references(UserSpec spec) {
        var all = new LinkedHashSet<Reference>();
        all.add(new Reference("Realm", spec.realmRef().name()));
        requireNonNullElse(spec.groupRefs(), List.<NameRef>of())
                .forEach(group -> all.add(new Reference("Group", group.name())));
        requireNonNullElse(spec.identities(), List.<UserIdentity>of())
                .forEach(identity -> all.add(
                        new Reference("IdentityProvider", identity.providerRef().name())));
        return all;
    }

    @Override
    public Place place(User resource, Scene scene) {
        return scene.place(resource.getSpec().realmRef());
    }

    @Override
    public Things<WantedUser> things(Place place) {
        return place.keycloak().users(place.realm());
    }

    @Override
    public WantedUser wanted(User resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        return new WantedUser(
                requireNonNullElse(spec.username(), resource.getMetadata().getName()),
                Optional.ofNullable(spec.email()),
                Optional.ofNullable(spec.emailVerified()),
                Optional.ofNullable(spec.firstName()),
                Optional.ofNullable(spec.lastName()),
                requireNonNullElse(spec.enabled(), true),
                Optional.ofNullable(spec.requiredActions()),
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                Optional.ofNullable(spec.groupRefs()).map(refs -> groups(refs, scene, place)),
                RoleRef.names(spec.roles()),
                Optional.ofNullable(spec.identities()).map(all -> identities(all, scene)));
    }

    private static Set<String> groups(List<NameRef> refs, Scene scene, Place place) {
        var groups = place.keycloak().groups(place.realm());
        return refs.stream()
                .map(ref -> scene.id(Group.class, ref.name()))
                .map(id -> groups.get(id)
                        .map(found -> found.tree().path("path").asText())
                        .orElseThrow(() -> new dev.allmende.central.identity.Waiting("group " + id + " is not there")))
                .collect(Collectors.toSet());
    }

    private static Set<WantedUser.Identity> identities(List<UserIdentity> all, Scene scene) {
        return all.stream()
                .map(each -> new WantedUser.Identity(
                        scene.id(IdentityProvider.class, each.providerRef().name()), each.userId(), each.userName()))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> secrets(User resource, Found found, Scene scene, Place place, Map<String, String> used) {
        var password = resource.getSpec().password();
        if (password == null) {
            return Map.of();
        }
        var secret = scene.secret(password.secretRef());
        var version = secret.getMetadata().getUid() + "/" + secret.getMetadata().getResourceVersion();
        if (!Objects.equals(used.get(PASSWORD), version)) {
            var word = new Secret(scene.value(secret, "password"));
            place.keycloak()
                    .users(place.realm())
                    .setPassword(found.id(), word, requireNonNullElse(password.temporary(), true));
        }
        return Map.of(PASSWORD, version);
    }
}
