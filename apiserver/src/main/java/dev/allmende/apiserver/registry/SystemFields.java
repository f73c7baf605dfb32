package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.StatusException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Metadata that only the server sets: uid, times, generation. What clients send there is ignored. */
final class SystemFields {

    private SystemFields() {}

    static void forNew(ServedResource resource, ObjectNode object, UUID uid, Instant now) {
        var metadata = Meta.of(object);
        metadata.remove(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion"));
        metadata.put("uid", uid.toString()).put("creationTimestamp", Meta.time(now));
        if (hasGeneration(resource)) {
            metadata.put("generation", 1);
        } else {
            metadata.remove("generation");
        }
        if (!resource.kind().builtIn() && resource.kind().statusSubresource()) {
            object.remove("status");
        }
    }

    /** Copies what clients cannot change; refuses another uid. */
    static void keepOld(Asked asked, ObjectNode object, ObjectNode old) {
        var uid = Meta.text(object, "uid");
        if (!uid.isEmpty() && !uid.equals(Meta.text(old, "uid"))) {
            throw StatusException.conflict(
                    asked.resource().groupResource(),
                    asked.name(),
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(uid, Meta.text(old, "uid")));
        }
        for (var field : List.of(
                "uid",
                "creationTimestamp",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "generation",
                "selfLink")) {
            Meta.keep(object, old, field);
        }
    }

    /** Counts the generation up when something outside metadata, and outside a status of its own, has changed. */
    static void countGeneration(ServedResource resource, ObjectNode object, ObjectNode old) {
        if (!hasGeneration(resource)) {
            return;
        }
        Set<String> apart = resource.kind().statusSubresource()
                ? Set.of("metadata", "status", "apiVersion")
                : Set.of("metadata", "apiVersion");
        if (!equalBut(apart, object, old)) {
            Meta.of(object).put("generation", Meta.generation(old) + 1);
        }
    }

    static boolean hasGeneration(ServedResource resource) {
        return !resource.kind().builtIn() || resource.kind().kind().equals("CustomResourceDefinition");
    }

    static boolean equalBut(Set<String> apart, JsonNode one, JsonNode other) {
        return one.properties().stream()
                        .allMatch(field -> apart.contains(field.getKey())
                                || field.getValue().equals(other.get(field.getKey())))
                && other.properties().stream()
                        .allMatch(field -> apart.contains(field.getKey()) || one.has(field.getKey()));
    }
}
