package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of arrays.
 *
 * @param keys fields by which old and new items of a list of type map are matched; empty for other lists, whose items are
 *     not matched
 * @param min -1 for no limit, as for {@code max}
 */
record ArrayRules(@Nullable ValueRules items, List<String> keys, int min, int max) {

    static @Nullable ArrayRules of(JsonNode schema) {
        var items = schema.path("items").isObject() ? ValueRules.compile(schema.path("items")) : null;
        int min = ValueRules.limit(schema, "minItems");
        int max = ValueRules.limit(schema, "maxItems");
        return items == null && min < 0 && max < 0 ? null : new ArrayRules(items, ListMaps.keys(schema), min, max);
    }

    void check(ArrayNode array, @Nullable ArrayNode old, Walk walk) {
        if (items != null) {
            checkItems(array, keys.isEmpty() ? null : old, items, walk);
        }
        int size = array.size();
        if (size < min) {
            walk.faultInBody(Kind.INVALID, Integer.toString(size), "should have at least " + min + " items");
        }
        if (max >= 0 && size > max) {
            walk.fault(Kind.TOO_MANY, Integer.toString(size), atMost(max));
        }
    }

    static String atMost(int max) {
        return "must have at most " + max + (max == 1 ? " item" : " items");
    }

    private void checkItems(ArrayNode array, @Nullable ArrayNode old, ValueRules rules, Walk walk) {
        var before = old == null ? null : ListMaps.byKey(old, keys);
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            walk.trail.index(i);
            rules.check(item, before == null ? null : before.get(ListMaps.key(item, keys)), walk);
            walk.trail.up();
        }
    }
}
