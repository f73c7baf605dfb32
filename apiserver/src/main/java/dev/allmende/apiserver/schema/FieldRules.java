package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks of objects.
 *
 * @param additional of values under other names
 * @param min -1 for no limit, as for {@code max}
 */
record FieldRules(
        Map<String, ValueRules> properties, @Nullable ValueRules additional, List<String> required, int min, int max) {

    static @Nullable FieldRules of(JsonNode schema) {
        var properties = new HashMap<String, ValueRules>();
        schema.path("properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), ValueRules.compile(entry.getValue())));
        var additional = schema.path("additionalProperties");
        var rules = additional.isObject() ? ValueRules.compile(additional) : null;
        var required =
                schema.path("required").valueStream().map(JsonNode::asText).toList();
        int min = ValueRules.limit(schema, "minProperties");
        int max = ValueRules.limit(schema, "maxProperties");
        if (properties.isEmpty() && rules == null && required.isEmpty() && min < 0 && max < 0) {
            return null;
        }
        return new FieldRules(Map.copyOf(properties), rules, required, min, max);
    }

    void check(ObjectNode object, @Nullable ObjectNode old, Walk walk) {
        int size = object.size();
        if (size < min) {
            walk.faultInBody(Kind.INVALID, Integer.toString(size), "should have at least " + min + " properties");
        }
        if (max >= 0 && size > max) {
            walk.fault(Kind.TOO_MANY, Integer.toString(size), ArrayRules.atMost(max));
        }
        for (var entry : object.properties()) {
            checkField(entry.getKey(), entry.getValue(), old, walk);
        }
        for (int i = 0; i < required.size(); i++) {
            if (!object.has(required.get(i))) {
                walk.required(required.get(i));
            }
        }
    }

    private void checkField(String name, JsonNode value, @Nullable ObjectNode old, Walk walk) {
        var property = properties.get(name);
        var rules = property != null ? property : additional;
        if (rules == null) {
            return;
        }
        boolean typeMeta = walk.trail.depth() == 0 && (name.equals("apiVersion") || name.equals("kind"));
        if (property != null) {
            walk.trail.field(name);
        } else {
            walk.trail.key(name);
        }
        rules.check(value, old == null || typeMeta ? null : old.get(name), walk);
        walk.trail.up();
    }
}
