package dev.allmende.central.identity;

import static java.util.Objects.requireNonNullElse;

import dev.allmende.api.identity.Realm;
import dev.allmende.api.identity.RealmSeen;
import dev.allmende.api.identity.RealmSpec;
import dev.allmende.central.keep.Claim;
import dev.allmende.central.keep.Claims;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Keycloak;
import dev.allmende.central.keycloak.WantedRealm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to realms. */
record RealmClaims(Finder finder) implements Claims<Realm, RealmSeen, Found> {

    @Override
    public Sought<Claim<Found, RealmSeen>> of(Realm realm, boolean isLeaving) {
        var name = realm.getSpec().named(realm.getMetadata().getName());
        return finder.keycloak(realm)
                .map(keycloak -> Asked.of(
                        "realm", keycloak.realms(), wanted(name, realm.getSpec()), found -> seen(keycloak, found)));
    }

    private static RealmSeen seen(Keycloak keycloak, Found found) {
        return new RealmSeen(found.id(), found.tree().path("enabled").asBoolean(), keycloak.issuer(found.id()));
    }

    private static WantedRealm wanted(String name, RealmSpec spec) {
        return new WantedRealm(
                name,
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
