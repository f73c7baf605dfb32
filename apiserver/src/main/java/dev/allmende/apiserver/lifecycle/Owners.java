package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.registry.ServedResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import java.util.Optional;

/** Finds out how the owners of an object are. */
final class Owners {

    /** How an owner is. */
    enum State {
        /** It is there: its dependents stay. */
        SOLID,
        /** It is there, is being deleted and waits for its dependents to go. */
        WAITING,
        /** There is no such object, or another one under its name. */
        ABSENT,
        /** Its kind is not served now: nothing is known, so nothing is done. */
        UNKNOWN
    }

    private final ObjectStore store;

    Owners(ObjectStore store) {
        this.store = store;
    }

    State state(Catalog catalog, ObjectKey dependent, OwnerReference owner) {
        var resource = resource(catalog, owner);
        if (resource.isEmpty()) {
            return State.UNKNOWN;
        }
        if (resource.get().kind().namespaced() && dependent.namespace().isEmpty()) {
            return State
                    .UNKNOWN; // a namespaced owner of a cluster-scoped object: a mistake that must not delete anything
        }
        return entry(catalog, dependent, owner)
                .map(entry -> isWaiting(Json.readObject(entry.json())) ? State.WAITING : State.SOLID)
                .orElse(State.ABSENT);
    }

    /** The stored owner, if it is the one that is meant. */
    Optional<Entry> entry(Catalog catalog, ObjectKey dependent, OwnerReference owner) {
        return resource(catalog, owner)
                .flatMap(resource -> store.get(new ObjectKey(
                        resource.storage(), resource.kind().namespaced() ? dependent.namespace() : "", owner.name())))
                .filter(entry -> entry.index().uid().equals(owner.uid()));
    }

    static boolean isWaiting(JsonNode object) {
        return isDeleting(object) && hasFinalizer(object, "foregroundDeletion");
    }

    static boolean isOrphaning(JsonNode object) {
        return isDeleting(object) && hasFinalizer(object, "orphan");
    }

    private static boolean isDeleting(JsonNode object) {
        return !Json.string(object, "metadata", "deletionTimestamp").isEmpty();
    }

    static boolean hasFinalizer(JsonNode object, String name) {
        for (var finalizer : object.path("metadata").path("finalizers")) {
            if (finalizer.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ServedResource> resource(Catalog catalog, OwnerReference owner) {
        return catalog.all().stream()
                .filter(resource -> resource.kind().kind().equals(owner.kind())
                        && resource.kind()
                                .groupVersion()
                                .group()
                                .equals(owner.version().group()))
                .findFirst();
    }
}
