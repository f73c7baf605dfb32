package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strategic merge patch, for built-in kinds (apimachinery util/strategicpatch/patch.go): lists are merged item by item
 * where the schema says so, and a patch can carry directives.
 */
public final class StrategicMergePatch {

    private StrategicMergePatch() {}

    /**
     * @param schema of the whole object
     * @return a new object; {@code object} stays as it is
     * @throws StatusException 400 for a patch or directive that makes no sense, 422 when it does not fit the object
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch, Schema schema) {
        if (patch.isNull()) {
            return object.deepCopy();
        }
        if (!(patch instanceof ObjectNode fields)) {
            throw BadPatch.wrongType(patch, "value of type map[string]interface {}");
        }
        return merge(object.deepCopy(), fields.deepCopy(), schema);
    }

    /** Both may be changed. */
    static ObjectNode merge(ObjectNode object, ObjectNode patch, @Nullable Schema schema) {
        var directive = patch.get(Directives.PATCH);
        if (directive != null) {
            return replaced(directive, patch);
        }
        Directives.retainKeys(object, patch);
        orderLists(object, patch, schema);
        for (var field : List.copyOf(patch.properties())) {
            var name = field.getKey();
            if (name.startsWith(Directives.DELETE_FROM_LIST)) {
                deleteFromList(object, Directives.nameAfter(name, Directives.DELETE_FROM_LIST), field.getValue());
            } else {
                mergeField(object, name, field.getValue(), schema);
            }
        }
        return object;
    }

    private static ObjectNode replaced(JsonNode directive, ObjectNode patch) {
        return switch (directive.asText("")) {
            case "replace" -> {
                patch.remove(Directives.PATCH);
                yield patch;
            }
            case "delete" -> Json.object();
            default ->
                throw StatusException.badRequest("unknown patch type: %s in map: %s".formatted(directive, patch));
        };
    }

    private static void deleteFromList(ObjectNode object, String name, JsonNode items) {
        if (object.get(name) instanceof ArrayNode list && items instanceof ArrayNode unwanted) {
            object.set(name, MergeLists.without(list, unwanted));
        } else if (items.isNull()) {
            object.remove(name);
        }
    }

    private static void mergeField(ObjectNode object, String name, JsonNode value, @Nullable Schema schema) {
        if (value.isNull()) {
            object.remove(name);
            return;
        }
        var before = object.get(name);
        var meta = PatchMeta.of(schema, name);
        if (before instanceof ObjectNode map && value instanceof ObjectNode fields) {
            object.set(name, meta.replaces() ? fields : merge(map, fields, meta.field()));
        } else if (before instanceof ArrayNode list && value instanceof ArrayNode items) {
            object.set(name, meta.merges() ? MergeLists.merge(list, items, meta) : items);
        } else {
            set(object, name, value);
        }
    }

    /** Takes a patch's value as it is, without its directives and without nulls, which would delete what is not there. */
    private static void set(ObjectNode object, String name, JsonNode value) {
        Directives.discardNulls(value);
        var plain = Directives.without(value);
        if (plain == null) {
            object.remove(name);
        } else {
            object.set(name, plain);
        }
    }

    /** Merges the lists that come with a {@code $setElementOrder}, and takes both out of the patch. */
    private static void orderLists(ObjectNode object, ObjectNode patch, @Nullable Schema schema) {
        List<String> orders = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (name.startsWith(Directives.SET_ORDER)) {
                orders.add(name);
            }
        });
        for (var directive : orders) {
            var name = Directives.nameAfter(directive, Directives.SET_ORDER);
            var order = list(patch.remove(directive), directive);
            var before = object.get(name);
            var change = patch.get(name);
            var meta = PatchMeta.of(schema, name);
            if (change != null) {
                MergeLists.checkOrder(list(change, name), order, meta.mergeKey());
            }
            if (before == null && change == null) {
                continue;
            }
            var live = before == null ? Json.MAPPER.createArrayNode() : list(before, name);
            var original = live.deepCopy();
            var merged = merged(live, before != null, change == null ? null : list(change, name), meta);
            object.set(name, MergeLists.ordered(merged, order, original, meta.mergeKey()));
            patch.remove(name);
        }
    }

    private static ArrayNode merged(ArrayNode live, boolean present, @Nullable ArrayNode change, PatchMeta meta) {
        if (change == null) {
            return live;
        }
        if (!present) {
            return Directives.without(change) instanceof ArrayNode plain ? plain : live;
        }
        return meta.merges() ? MergeLists.merge(live, change, meta) : change;
    }

    private static ArrayNode list(@Nullable JsonNode value, String name) {
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw StatusException.badRequest("invalid patch: %s must be a list".formatted(name));
    }
}
