package dev.allmende.central.identity.realm;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.central.identity.Kind;
import dev.allmende.central.identity.Place;
import dev.allmende.central.identity.Reference;
import dev.allmende.central.identity.Scene;
import dev.allmende.central.identity.Thing;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.WantedRealm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Realms as wishes. */
public final class RealmKind implements Kind<RealmSpec, Realm, WantedRealm> {

    @Override
    public Class<Realm> type() {
        return Realm.class;
    }

    @Override
    public Set<Class<? extends Thing<?>>> needs() {
        return Set.of();
    }

    @Override
    public Set<Reference> references(RealmSpec spec) {
        return Set.of();
    }

    /** With all the users in it, it is not lost by a slip of the hand. */
    @Override
    public DeletionPolicy deletion() {
        return DeletionPolicy.PROTECT;
    }

    @Override
    public Place place(Realm resource, Scene scene) {
        var spec = resource.getSpec();
        return new Place(
                scene.keycloak(spec.connection()),
                requireNonNullElse(spec.realm(), resource.getMetadata().getName()));
    }

    @Override
    public Things<WantedRealm> things(Place place) {
        return place.keycloak().realms();
    }

    @Override
    public WantedRealm wanted(Realm resource, Scene scene, Place place) {
        var spec = resource.getSpec();
        return new WantedRealm(
                place.realm(),
                Optional.ofNullable(spec.displayName()),
                requireNonNullElse(spec.enabled(), true),
                new WantedRealm.Logins(
                        Optional.ofNullable(spec.registrationAllowed()),
                        Optional.ofNullable(spec.resetPasswordAllowed()),
                        Optional.ofNullable(spec.rememberMe()),
                        Optional.ofNullable(spec.verifyEmail()),
                        Optional.ofNullable(spec.loginWithEmailAllowed())),
                Optional.ofNullable(spec.passwordPolicy()),
                Optional.ofNullable(spec.bruteForceProtected()),
                Optional.ofNullable(spec.sslRequired()),
                Optional.ofNullable(spec.accessTokenLifespan()),
                Optional.ofNullable(spec.ssoSessionIdle()),
                requireNonNullElse(spec.marksOfUsers(), true),
                requireNonNullElse(spec.locales(), List.<String>of()),
                requireNonNullElse(spec.attributes(), Map.<String, String>of()));
    }
}
