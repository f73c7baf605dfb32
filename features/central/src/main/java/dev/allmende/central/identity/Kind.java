package dev.allmende.central.identity;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.central.keycloak.Found;
import dev.allmende.central.keycloak.Things;
import dev.allmende.central.keycloak.Wanted;
import java.util.Map;
import java.util.Set;

/** How resources of one kind are read as wishes for Keycloak. */
public interface Kind<S extends Kept, R extends Thing<S>, W extends Wanted> {

    Class<R> type();

    /** Of which kinds resources may be needed. */
    Set<Class<? extends Thing<?>>> needs();

    /** The resources it needs. */
    Set<Reference> references(S spec);

    /** Where the realm's Keycloak is, and which realm. */
    Place place(R resource, Scene scene);

    Things<W> things(Place place);

    /** @throws Waiting when something it needs is not there */
    W wanted(R resource, Scene scene, Place place);

    /** When the spec says nothing. */
    default DeletionPolicy deletion() {
        return DeletionPolicy.DELETE;
    }

    /**
     * Moves secrets between Keycloak and Kubernetes, once the thing is as wanted.
     *
     * @param used which versions were used last
     * @return which versions are in use now
     */
    default Map<String, String> secrets(R resource, Found found, Scene scene, Place place, Map<String, String> used) {
        return Map.of();
    }
}
