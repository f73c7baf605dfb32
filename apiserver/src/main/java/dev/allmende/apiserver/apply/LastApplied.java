package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * The annotation of client-side {@code kubectl apply}. The server knows it so that {@code kubectl apply --server-side}, by
 * manager {@value #MANAGER}, can go on with objects that were applied the old way
 * (apimachinery util/managedfields/internal/lastapplied*.go).
 */
final class LastApplied {

    static final String MANAGER = "kubectl";
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MOST_BYTES_OF_ANNOTATIONS = 256 * 1024;

    private LastApplied() {}

    /** The fields that the annotation says were applied, as far as the object still has them so. */
    static FieldSet unchanged(ObjectNode live, Endpoint endpoint) {
        JsonNode last;
        try {
            last = Json.readObject(annotation(live).getBytes(StandardCharsets.UTF_8));
        } catch (Json.MalformedJson e) {
            return FieldSet.EMPTY;
        }
        if (!Json.string(last, "apiVersion").equals(endpoint.apiVersion())
                || TypeCheck.problem(last, endpoint.own()) != null) {
            return FieldSet.EMPTY;
        }
        var changes = Comparing.compare(last, live, endpoint.own());
        return Extraction.set(last, endpoint.own())
                .difference(changes.modified())
                .difference(changes.added())
                .difference(changes.removed());
    }

    static String annotation(ObjectNode object) {
        return Json.string(object, "metadata", "annotations", ANNOTATION);
    }

    /** The object with the annotation renewed from what is applied now; without it when annotations became too long. */
    static ObjectNode renewed(ObjectNode object, ObjectNode applied) {
        var copy = object.deepCopy();
        if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            var plain = applied.deepCopy();
            if (plain.path("metadata").path("annotations") instanceof ObjectNode given) {
                given.remove(ANNOTATION);
            }
            annotations.put(ANNOTATION, GoText.json(plain) + "\n");
            if (length(annotations) > MOST_BYTES_OF_ANNOTATIONS) {
                annotations.remove(ANNOTATION);
            }
        }
        return copy;
    }

    private static long length(ObjectNode annotations) {
        long length = 0;
        for (var annotation : annotations.properties()) {
            length += annotation.getKey().getBytes(StandardCharsets.UTF_8).length;
            length += annotation.getValue().asText("").getBytes(StandardCharsets.UTF_8).length;
        }
        return length;
    }
}
