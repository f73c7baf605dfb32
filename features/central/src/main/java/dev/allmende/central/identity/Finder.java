package dev.allmende.central.identity;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.Thing;
import dev.allmende.api.identity.Realm;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.keycloak.ConnectionSecret;
import dev.allmende.central.keycloak.Keycloak;
import dev.allmende.central.tenant.Secrets;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what objects of the group name: in their own namespace, and nothing of another. */
record Finder(References references, Secrets secrets, Keycloaks keycloaks) {

    /** @param isLeaving whether the object that asks is being deleted: its realm may be on its way out too */
    Sought<Place> place(HasMetadata from, ObjectReference realm, boolean isLeaving) {
        var object =
                isLeaving ? references.existing(Realm.class, from, realm) : references.ready(Realm.class, from, realm);
        return object.then(found -> keycloak(found)
                .map(keycloak -> new Place(
                        keycloak, Objects.requireNonNull(found.getStatus().id()))));
    }

    Sought<Keycloak> keycloak(Realm realm) {
        var name = realm.getSpec().connection().name();
        return contents(realm, name)
                .map(contents -> keycloaks.get(
                        realm.getMetadata().getNamespace() + "/" + name,
                        ConnectionSecret.read(name, contents.values())));
    }

    /** Identifier of what another object stands for; empty when none is named. */
    <D extends Thing<?, ?>> Sought<Optional<String>> id(
            Class<D> kind, HasMetadata from, @Nullable ObjectReference reference, boolean isLeaving) {
        if (reference == null) {
            return Sought.of(Optional.empty());
        }
        return isLeaving
                ? references
                        .existing(kind, from, reference)
                        .map(object -> Optional.ofNullable(object.getStatus().id()))
                : references.id(kind, from, reference).map(Optional::of);
    }

    /** A key of a Secret, and the Secret's version; empty when none is named. */
    Sought<Optional<Word>> word(HasMetadata from, @Nullable SecretReference secret, String key) {
        if (secret == null) {
            return Sought.of(Optional.empty());
        }
        return contents(from, secret.name()).then(contents -> {
            var value = contents.values().get(key);
            return value == null
                    ? new Sought.Waits<>("Secret %s has no key %s".formatted(secret.name(), key))
                    : Sought.of(
                            Optional.of(new Word(contents.version(), new dev.allmende.openstack.config.Secret(value))));
        });
    }

    /** What a Secret says, and which version of it. */
    record Word(String version, dev.allmende.openstack.config.Secret secret) {}

    private Sought<Secrets.Contents> contents(HasMetadata from, String name) {
        return secrets.find(from, name)
                .map(Sought::of)
                .orElseGet(() -> new Sought.Waits<>("Secret %s is not there".formatted(name)));
    }
}
