package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import org.jspecify.annotations.Nullable;

/**
 * JSON patch (RFC 6902) with the leniencies of the library that Kubernetes uses (evanphx/json-patch v4): negative indices
 * count from the end, replacing an absent field adds it, a value that is left out is null.
 */
public final class JsonPatch {

    private static final int MOST_OPERATIONS = 10_000;

    /** Copies of copies grow without bound else. */
    private static final long MOST_COPIED_BYTES = 3 << 20;

    private JsonNode document;
    private long copiedBytes;

    private JsonPatch(ObjectNode object) {
        this.document = object.deepCopy();
    }

    /**
     * @return a new object; {@code object} stays as it is
     * @throws StatusException 400 for what is no patch, 413 for more than 10,000 operations, 422 when one does not fit the
     *     object
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (patch.isNull()) {
            return object.deepCopy();
        }
        if (!patch.isArray()) {
            throw BadPatch.wrongType(patch, "value of type []handlers.jsonPatchOp");
        }
        patch.forEach(JsonPatch::check);
        if (patch.size() > MOST_OPERATIONS) {
            throw StatusException.of(
                    Reason.REQUEST_ENTITY_TOO_LARGE,
                    "Request entity is too large: The allowed maximum operations in a JSON patch is %d, got %d"
                            .formatted(MOST_OPERATIONS, patch.size()));
        }
        var applying = new JsonPatch(object);
        patch.forEach(applying::operate);
        if (applying.document instanceof ObjectNode result) {
            Depth.check(result);
            return result;
        }
        throw BadPatch.unfit("the patched document is no object");
    }

    private static void check(JsonNode operation) {
        if (!operation.isObject() && !operation.isNull()) {
            throw BadPatch.wrongType(operation, "value of type handlers.jsonPatchOp");
        }
        for (var field : new String[] {"op", "path", "from"}) {
            var value = operation.path(field);
            if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
                throw BadPatch.wrongType(value, "struct field jsonPatchOp.%s of type string".formatted(field));
            }
        }
    }

    private void operate(JsonNode operation) {
        var kind = operation.path("op").asText("unknown");
        switch (kind) {
            case "add" -> add(kind, place(operation, kind, "path"), value(operation));
            case "remove" -> remove(kind, place(operation, kind, "path"));
            case "replace" -> replace(place(operation, kind, "path"), value(operation));
            case "move" -> {
                var from = place(operation, kind, "from");
                var value = get(kind, from);
                remove(kind, from);
                add(kind, place(operation, kind, "path"), value);
            }
            case "copy" -> {
                var value = copied(get(kind, place(operation, kind, "from")));
                add(kind, place(operation, kind, "path"), value);
            }
            case "test" -> test(place(operation, kind, "path"), value(operation));
            default -> throw BadPatch.unfit("Unexpected kind: " + kind);
        }
    }

    private JsonNode copied(JsonNode value) {
        Depth.check(value);
        copiedBytes += Json.write(value).length;
        if (copiedBytes > MOST_COPIED_BYTES) {
            throw BadPatch.unfit("copy operations would add more than %d bytes".formatted(MOST_COPIED_BYTES));
        }
        return value.deepCopy();
    }

    private static JsonNode value(JsonNode operation) {
        var value = operation.get("value");
        return value == null ? NullNode.getInstance() : value.deepCopy();
    }

    /** The container that a path leads to, and the last step in it; no container for the whole document. */
    private record Place(String path, @Nullable JsonNode container, String key) {}

    private Place place(JsonNode operation, String kind, String field) {
        var text = operation.path(field);
        if (!text.isTextual()) {
            throw BadPatch.unfit("%s operation failed to decode %s: missing value".formatted(kind, field));
        }
        var path = text.textValue();
        if (path.isEmpty()) {
            return new Place(path, null, "");
        }
        var steps = path.split("/", -1);
        Depth.check(steps.length);
        @Nullable JsonNode at = steps.length < 2 ? null : document;
        for (int i = 1; at != null && i < steps.length - 1; i++) {
            at = child(at, decoded(steps[i]));
        }
        if (at == null || !at.isContainerNode()) {
            throw BadPatch.unfit(
                    "%s operation does not apply: doc is missing path: \"%s\": missing value".formatted(kind, path));
        }
        return new Place(path, at, decoded(steps[steps.length - 1]));
    }

    private static String decoded(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    private static @Nullable JsonNode child(JsonNode container, String key) {
        if (!(container instanceof ArrayNode list)) {
            return container.get(key);
        }
        var index = index(key, list.size(), list.size());
        return index < 0 ? null : list.get(index);
    }

    /** @return the place in a list, -1 for none; negative numbers count from {@code size} */
    private static int index(String key, int size, int bound) {
        try {
            var number = Integer.parseInt(key);
            var index = number < 0 ? number + size : number;
            return index < bound ? Math.max(index, -1) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private JsonNode get(String kind, Place place) {
        var container = container(kind, place);
        var value = child(container, place.key);
        if (value == null && container.isArray()) {
            throw invalidIndex(kind, place);
        }
        return value == null ? NullNode.getInstance() : value;
    }

    private static JsonNode container(String kind, Place place) {
        if (place.container == null) {
            throw BadPatch.unfit("%s operation does not apply: doc is missing path: \"%s\": missing value"
                    .formatted(kind, place.path));
        }
        return place.container;
    }

    private static StatusException invalidIndex(String kind, Place place) {
        return BadPatch.unfit("error in %s for path: '%s': Unable to access invalid index: %s"
                .formatted(kind, place.path, place.key));
    }

    private static void add(String kind, Place place, JsonNode value) {
        if (!(container(kind, place) instanceof ArrayNode list)) {
            ((ObjectNode) container(kind, place)).set(place.key, value);
            return;
        }
        var index = place.key.equals("-") ? list.size() : index(place.key, list.size() + 1, list.size() + 1);
        if (index < 0) {
            throw invalidIndex(kind, place);
        }
        list.insert(index, value);
    }

    private static void remove(String kind, Place place) {
        var container = container(kind, place);
        if (container instanceof ArrayNode list) {
            var index = index(place.key, list.size(), list.size());
            if (index < 0) {
                throw invalidIndex(kind, place);
            }
            list.remove(index);
        } else if (((ObjectNode) container).remove(place.key) == null) {
            throw BadPatch.unfit("error in %s for path: '%s': Unable to remove nonexistent key: %s: missing value"
                    .formatted(kind, place.path, place.key));
        }
    }

    private void replace(Place place, JsonNode value) {
        if (place.container == null) {
            if (!value.isContainerNode()) {
                throw BadPatch.unfit("replace operation value must be object or array");
            }
            document = value;
        } else if (place.container instanceof ArrayNode list) {
            var index = index(place.key, list.size(), list.size());
            if (index < 0) {
                throw BadPatch.unfit("replace operation does not apply: doc is missing key: %s: missing value"
                        .formatted(place.path));
            }
            list.set(index, value);
        } else {
            ((ObjectNode) place.container).set(place.key, value);
        }
    }

    private void test(Place place, JsonNode value) {
        var found = place.container == null ? document : get("test", place);
        if (!found.equals(JsonPatch::compare, value)) {
            throw BadPatch.unfit("testing value %s failed: test failed".formatted(place.path));
        }
    }

    /** Numbers are equal when they are worth the same, whatever holds them. */
    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }
}
