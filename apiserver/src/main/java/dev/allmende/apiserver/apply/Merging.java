package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Merges an applied object into a live one (structured-merge-diff typed/merge.go). Nothing is removed; leaves are the
 * applied object's. Parts that stay as they are, are shared with the live object.
 */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class Merging {

    private Merging() {}

    static JsonNode merge(JsonNode live, JsonNode applied, Shape shape) {
        var merged = merged(live, applied, shape);
        return merged == null ? live : merged;
    }

    /** @return null when nothing comes out */
    static @Nullable JsonNode merged(@Nullable JsonNode live, @Nullable JsonNode applied, Shape shape) {
        return switch (shape.kind(applied == null ? live : applied)) {
            case SCALAR -> applied(live, applied);
            case MAP -> {
                var fields = shape.fields();
                var left = live instanceof ObjectNode map ? map : null;
                var right = applied instanceof ObjectNode map ? map : null;
                yield fields.atomic() || (isBare(left) && isBare(right))
                        ? applied(live, applied)
                        : maps(left, right, fields);
            }
            case LIST -> {
                var items = shape.items();
                var left = live instanceof ArrayNode list ? list : null;
                var right = applied instanceof ArrayNode list ? list : null;
                yield items.atomic() || (isBare(left) && isBare(right))
                        ? applied(live, applied)
                        : lists(left, right, items);
            }
        };
    }

    private static boolean isBare(@Nullable JsonNode container) {
        return container == null || container.isEmpty();
    }

    private static @Nullable JsonNode applied(@Nullable JsonNode live, @Nullable JsonNode applied) {
        return applied == null || applied.equals(live) ? live : applied;
    }

    private static @Nullable JsonNode maps(
            @Nullable ObjectNode live, @Nullable ObjectNode applied, Shape.Fields fields) {
        if (applied == null) {
            return live;
        }
        var merged = Json.object();
        boolean same = live != null;
        if (live != null) {
            for (var field : live.properties()) {
                var change = applied.get(field.getKey());
                var value = change == null
                        ? field.getValue()
                        : merged(field.getValue(), change, fields.shape(field.getKey()));
                same &= value == field.getValue();
                put(merged, field.getKey(), value);
            }
        }
        for (var field : applied.properties()) {
            if (live == null || !live.has(field.getKey())) {
                same = false;
                put(merged, field.getKey(), merged(null, field.getValue(), fields.shape(field.getKey())));
            }
        }
        return same ? live : merged.isEmpty() ? null : merged;
    }

    private static void put(ObjectNode map, String name, @Nullable JsonNode value) {
        if (value != null) {
            map.set(name, value);
        }
    }

    private static @Nullable JsonNode lists(@Nullable ArrayNode live, @Nullable ArrayNode applied, Shape.Items items) {
        if (applied == null) {
            return live;
        }
        var merged = new ListMerge(live, applied, items).merged();
        return merged.isEmpty() ? null : live != null && isSame(live, merged) ? live : merged;
    }

    private static boolean isSame(ArrayNode live, ArrayNode merged) {
        if (live.size() != merged.size()) {
            return false;
        }
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i) != merged.get(i)) {
                return false;
            }
        }
        return true;
    }
}
