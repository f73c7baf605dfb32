package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.identity.Group;
import dev.allmende.api.identity.IdentityProvider;
import dev.allmende.api.identity.User;
import dev.allmende.api.identity.UserPassword;
import dev.allmende.api.identity.UserSeen;
import dev.allmende.api.identity.UserSpec;
import dev.allmende.central.identity.Finder.Word;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.WantedUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is particular to users: their passwords are handed over. */
record UserClaims(Finder finder) implements Claims<User, UserSeen, Found> {

    /** All that a user needs of others; nothing of it when the user is on its way out. */
    private record Needs(
            Optional<Set<String>> groups, Optional<Set<WantedUser.Identity>> identities, Optional<Word> password) {

        static final Needs NONE = new Needs(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Sought<Claim<Found, UserSeen>> of(User user, boolean isLeaving) {
        return finder.place(user, user.getSpec().realmRef(), isLeaving)
                .then(place ->
                        (isLeaving ? Sought.of(Needs.NONE) : needs(user)).map(needs -> claim(user, place, needs)));
    }

    private static Claim<Found, UserSeen> claim(User user, Place place, Needs needs) {
        return new Asked<>(
                "user",
                place.keycloak().users(place.realm()),
                wanted(user, needs),
                found -> seen(found, version(user)),
                found -> handedOver(user, place, needs.password(), found));
    }

    private Sought<Needs> needs(User user) {
        var spec = user.getSpec();
        var secret = spec.password() == null ? null : spec.password().secretRef();
        return groups(user, spec.groupRefs())
                .then(groups -> identities(user, spec)
                        .then(identities -> finder.word(user, secret, "password")
                                .map(password -> new Needs(groups, identities, password))));
    }

    /** Paths of groups. */
    private Sought<Optional<Set<String>>> groups(User user, @Nullable List<ObjectReference> groups) {
        if (groups == null) {
            return Sought.of(Optional.empty());
        }
        return Sought.all(groups.stream().map(each -> path(user, each))).map(all -> Optional.of(Set.copyOf(all)));
    }

    private Sought<String> path(User user, ObjectReference group) {
        return finder.references().ready(Group.class, user, group).then(object -> {
            var seen = object.getStatus().observed();
            return seen == null
                    ? new Sought.Waits<>("Group %s is not ready".formatted(group.name()))
                    : Sought.of(seen.path());
        });
    }

    private Sought<Optional<Set<WantedUser.Identity>>> identities(User user, UserSpec spec) {
        var identities = spec.identities();
        if (identities == null) {
            return Sought.of(Optional.empty());
        }
        return Sought.all(identities.stream()
                        .map(each -> finder.references()
                                .id(IdentityProvider.class, user, each.providerRef())
                                .map(alias -> new WantedUser.Identity(alias, each.userId(), each.userName()))))
                .map(all -> Optional.of(Set.copyOf(all)));
    }

    private static UserSeen handedOver(User user, Place place, Optional<Word> password, Found found) {
        if (password.isEmpty()) {
            return seen(found, null);
        }
        var word = password.get();
        if (!word.version().equals(version(user))) {
            place.keycloak()
                    .users(place.realm())
                    .setPassword(
                            found.id(),
                            word.secret(),
                            isTemporary(user.getSpec().password()));
        }
        return seen(found, word.version());
    }

    private static boolean isTemporary(@Nullable UserPassword password) {
        return password == null || requireNonNullElse(password.temporary(), true);
    }

    private static @Nullable String version(User user) {
        var seen = user.getStatus() == null ? null : user.getStatus().observed();
        return seen == null ? null : seen.passwordVersion();
    }

    private static UserSeen seen(Found found, @Nullable String version) {
        return new UserSeen(
                found.tree().path("username").asText(),
                found.tree().path("enabled").asBoolean(),
                version);
    }

    private static WantedUser wanted(User user, Needs needs) {
        var spec = user.getSpec();
        return new WantedUser(
                spec.named(user.getMetadata().getName()),
                Optional.ofNullable(spec.email()),
                Optional.ofNullable(spec.emailVerified()),
                Optional.ofNullable(spec.firstName()),
                Optional.ofNullable(spec.lastName()),
                requireNonNullElse(spec.enabled(), true),
                Optional.ofNullable(spec.requiredActions()),
                requireNonNullElse(spec.attributes(), Map.<String, List<String>>of()),
                needs.groups(),
                Roles.of(spec.roles()),
                needs.identities());
    }
}
