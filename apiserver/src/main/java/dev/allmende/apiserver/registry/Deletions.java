package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** When an object that was asked to go really goes. */
final class Deletions {

    private Deletions() {}

    /** Marks an object as going: watchers and controllers see it, finalizers are waited for. */
    static void mark(ServedResource resource, ObjectNode object, Instant now) {
        var metadata = Meta.of(object);
        if (!Meta.isDeleting(object)) {
            metadata.put("deletionTimestamp", Meta.time(now));
            if (!resource.storage().equals(Namespaces.RESOURCE)) {
                metadata.put("deletionGracePeriodSeconds", 0);
            }
            if (SystemFields.hasGeneration(resource)) {
                metadata.put("generation", Meta.generation(object) + 1);
            }
        }
        resource.rules().ending(object);
    }

    /** Whether an object is marked and nothing holds it any more. */
    static boolean isDue(ServedResource resource, JsonNode object) {
        return Meta.isDeleting(object) && !isHeld(resource, object);
    }

    static boolean isHeld(ServedResource resource, JsonNode object) {
        return !Meta.finalizers(object).isEmpty() || resource.rules().holds(object);
    }

    /** Once an object goes, finalizers may only be taken away. */
    static List<FieldError> checkFinalizers(JsonNode object, JsonNode old) {
        if (!Meta.isDeleting(old)) {
            return List.of();
        }
        List<String> added = new ArrayList<>(Meta.finalizers(object));
        added.removeAll(Meta.finalizers(old));
        if (added.isEmpty()) {
            return List.of();
        }
        var names = added.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return List.of(FieldError.forbidden(
                "metadata.finalizers",
                "no new finalizers can be added if the object is being deleted, found new finalizers []string{%s}"
                        .formatted(names)));
    }
}
