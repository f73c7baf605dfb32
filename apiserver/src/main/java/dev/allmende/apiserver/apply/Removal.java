package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;

/** Takes fields and items out of an object (structured-merge-diff typed/remove.go). */
final class Removal {

    private Removal() {}

    /** @return the object without the set's members; a container that loses all becomes null, as in the original */
    static JsonNode without(JsonNode value, FieldSet set, Shape shape) {
        if (set.isEmpty()) {
            return value;
        }
        return switch (shape.kind(value)) {
            case SCALAR -> value;
            case MAP ->
                value instanceof ObjectNode map && !shape.fields().atomic()
                        ? map(map, set, shape.fields())
                        : NullNode.getInstance();
            case LIST ->
                value instanceof ArrayNode list && !shape.items().atomic()
                        ? list(list, set, shape.items())
                        : NullNode.getInstance();
        };
    }

    private static JsonNode map(ObjectNode map, FieldSet set, Shape.Fields fields) {
        var kept = Json.object();
        for (var field : map.properties()) {
            var entry = set.entry(fields.at(field.getKey()));
            if (entry == null) {
                kept.set(field.getKey(), field.getValue());
            } else if (!entry.member() && entry.below() != null) {
                kept.set(field.getKey(), without(field.getValue(), entry.below(), fields.shape(field.getKey())));
            }
        }
        return kept.isEmpty() ? NullNode.getInstance() : kept;
    }

    private static JsonNode list(ArrayNode list, FieldSet set, Shape.Items items) {
        var kept = Json.MAPPER.createArrayNode();
        for (var item : list) {
            var at = ListItems.element(items, item);
            var entry = at == null ? null : set.entry(at);
            if (entry == null) {
                kept.add(item);
            } else if (!entry.member() && entry.below() != null) {
                kept.add(without(item, entry.below(), items.shape()));
            }
        }
        return kept.isEmpty() ? NullNode.getInstance() : kept;
    }
}
