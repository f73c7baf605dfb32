package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The metadata of an object (Kubernetes meta/v1 ObjectMeta). */
final class Meta {

    static final String FOREGROUND = "foregroundDeletion";
    static final String ORPHAN = "orphan";

    private Meta() {}

    /** The metadata, made when absent. @throws StatusException 400 when it is no object */
    static ObjectNode of(ObjectNode object) {
        var metadata = object.get("metadata");
        if (metadata == null || metadata.isNull()) {
            return object.putObject("metadata");
        }
        if (metadata instanceof ObjectNode node) {
            return node;
        }
        throw StatusException.badRequest("metadata: must be an object");
    }

    static String text(JsonNode object, String field) {
        return object.path("metadata").path(field).asText("");
    }

    static String name(JsonNode object) {
        return text(object, "name");
    }

    static boolean isDeleting(JsonNode object) {
        return !text(object, "deletionTimestamp").isEmpty();
    }

    static List<String> finalizers(JsonNode object) {
        List<String> finalizers = new ArrayList<>();
        object.path("metadata").path("finalizers").forEach(name -> finalizers.add(name.asText()));
        return finalizers;
    }

    static void setFinalizers(ObjectNode object, List<String> finalizers) {
        var metadata = of(object);
        if (finalizers.isEmpty()) {
            metadata.remove("finalizers");
        } else {
            var array = metadata.putArray("finalizers");
            finalizers.forEach(array::add);
        }
    }

    static long generation(JsonNode object) {
        return object.path("metadata").path("generation").asLong(0);
    }

    /** RFC 3339 in whole seconds, as Kubernetes writes times. */
    static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Copies a field of the old metadata into the new, or removes it there. */
    static void keep(ObjectNode object, JsonNode old, String field) {
        var value = old.path("metadata").get(field);
        if (value == null) {
            of(object).remove(field);
        } else {
            of(object).set(field, value);
        }
    }

    /** apiVersion, kind and metadata first, in every stored object: the server reads versions off the first bytes. */
    static ObjectNode inOrder(ObjectNode object) {
        var ordered = Json.object();
        for (var field : List.of("apiVersion", "kind", "metadata")) {
            var value = object.get(field);
            if (value != null) {
                ordered.set(field, value);
            }
        }
        object.properties().forEach(entry -> {
            if (!ordered.has(entry.getKey())) {
                ordered.set(entry.getKey(), entry.getValue());
            }
        });
        return ordered;
    }
}
