package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7386). */
public final class MergePatch {

    private MergePatch() {}

    /**
     * @return a new object; {@code object} stays as it is, and parts of both may be shared
     * @throws StatusException 400 when the patch is no object
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (patch.isNull() || patch.isMissingNode()) {
            throw StatusException.badRequest("Invalid JSON Patch");
        }
        if (!(patch instanceof ObjectNode fields)) {
            throw BadPatch.wrongType(patch, "value of type map[string]interface {}");
        }
        return merge(object, fields);
    }

    private static ObjectNode merge(@Nullable ObjectNode object, ObjectNode patch) {
        var merged = Json.object();
        if (object != null) {
            object.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        }
        for (var field : patch.properties()) {
            var value = field.getValue();
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode fields) {
                var before = merged.get(field.getKey()) instanceof ObjectNode map ? map : null;
                merged.set(field.getKey(), merge(before, fields));
            } else {
                merged.set(field.getKey(), value);
            }
        }
        return merged;
    }
}
