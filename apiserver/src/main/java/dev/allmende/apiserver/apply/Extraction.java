package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The set of fields that an object mentions (structured-merge-diff typed/tofieldset.go). */
@SuppressWarnings("ReferenceEquality") // LEAF is a mark
final class Extraction {

    /** Answer for a value that is in the set itself and has nothing below. */
    private static final FieldSet LEAF = FieldSet.of(new PathElement.Index(-1));

    private Extraction() {}

    static FieldSet set(@Nullable JsonNode object, Shape shape) {
        var below = object == null ? FieldSet.EMPTY : below(object, shape);
        return below == LEAF ? FieldSet.EMPTY : below;
    }

    private static FieldSet below(JsonNode value, Shape shape) {
        return switch (shape.kind(value)) {
            case SCALAR -> LEAF;
            case MAP -> {
                var fields = shape.fields();
                yield fields.atomic() ? LEAF : value instanceof ObjectNode map ? map(map, fields) : FieldSet.EMPTY;
            }
            case LIST -> {
                var items = shape.items();
                yield items.atomic() ? LEAF : value instanceof ArrayNode list ? list(list, items) : FieldSet.EMPTY;
            }
        };
    }

    private static FieldSet map(ObjectNode map, Shape.Fields fields) {
        var set = new FieldSetBuilder(map.size());
        for (var field : map.properties()) {
            var declared = fields.declared().get(field.getKey());
            var value = field.getValue();
            if (declared == null) {
                add(set, PathElements.field(field.getKey()), true, below(value, fields.undeclared()));
            } else {
                var bare = value.isNull() || (value.isObject() && value.isEmpty());
                add(set, declared.at(), bare, below(value, declared.shape()));
            }
        }
        return set.build();
    }

    private static FieldSet list(ArrayNode list, Shape.Items items) {
        var set = new FieldSetBuilder(list.size());
        ListItems.byElement(items, list).forEach((at, values) -> {
            var twice = values.size() > 1;
            add(set, at, true, twice ? LEAF : below(values.getFirst(), items.shape()));
        });
        return set.build();
    }

    private static void add(FieldSetBuilder set, PathElement at, boolean member, FieldSet below) {
        if (below == LEAF) {
            set.add(at, true, null);
        } else {
            set.add(at, member, below);
        }
    }
}
