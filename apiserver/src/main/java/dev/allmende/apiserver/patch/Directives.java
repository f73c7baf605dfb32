package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a strategic merge patch that are no fields of the object. */
final class Directives {

    static final String PATCH = "$patch";
    static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";
    static final String SET_ORDER = "$setElementOrder";
    private static final String RETAIN_KEYS = "$retainKeys";

    private Directives() {}

    /** The field's name behind a directive and a slash. */
    static String nameAfter(String directive, String prefix) {
        if (directive.startsWith(prefix + "/")) {
            return directive.substring(prefix.length() + 1);
        }
        throw StatusException.badRequest(
                prefix.equals(SET_ORDER)
                        ? "invalid patch format of setElementOrder list"
                        : "invalid patch format of primitive list");
    }

    /** Empties the object of all fields that the patch does not want to keep, and takes the directive out of the patch. */
    static void retainKeys(ObjectNode object, ObjectNode patch) {
        var directive = patch.remove(RETAIN_KEYS);
        if (directive == null) {
            return;
        }
        if (!directive.isArray()) {
            throw StatusException.badRequest("invalid patch format of retainKeys");
        }
        Set<String> wanted = new HashSet<>();
        directive.forEach(name -> wanted.add(name.asText("")));
        for (var field : patch.properties()) {
            var name = field.getKey();
            var isField =
                    !field.getValue().isNull() && !name.startsWith(DELETE_FROM_LIST) && !name.startsWith(SET_ORDER);
            if (isField && !wanted.contains(name)) {
                throw StatusException.badRequest("invalid patch format of retainKeys");
            }
        }
        object.retain(wanted);
    }

    /** @return null when the value is nothing but a directive */
    static @Nullable JsonNode without(JsonNode value) {
        if (value instanceof ObjectNode map) {
            if (map.has(PATCH)) {
                return null;
            }
            var plain = Json.object();
            for (var field : map.properties()) {
                var kept = without(field.getValue());
                if (kept != null) {
                    plain.set(field.getKey(), kept);
                }
            }
            return plain;
        }
        if (value instanceof ArrayNode list) {
            var plain = Json.MAPPER.createArrayNode();
            for (var item : list) {
                var kept = without(item);
                if (kept != null) {
                    plain.add(kept);
                }
            }
            return plain;
        }
        return value;
    }

    static void discardNulls(JsonNode value) {
        if (value instanceof ObjectNode map) {
            List<String> nulls = new ArrayList<>();
            map.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    nulls.add(field.getKey());
                }
            });
            map.remove(nulls);
        }
        value.forEach(Directives::discardNulls);
    }
}
