package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a schema's default values (apiextensions-apiserver, schema/defaulting). A default is set where a property is
 * absent, or null though it may not be; each object gets a copy of its own.
 */
final class Defaulting {

    private record Default(JsonNode value, boolean nullable) {
        boolean replaces(@Nullable JsonNode present) {
            return present == null || replacesPresent(present);
        }

        boolean replacesPresent(JsonNode present) {
            return present.isNull() && !nullable;
        }
    }

    private final @Nullable SparseTree<Default> tree;

    Defaulting(Schema schema) {
        this.tree = SparseTree.of(schema, Defaulting::of);
    }

    private static @Nullable Default of(Schema schema) {
        return schema.defaultValue()
                .filter(value -> !value.isNull())
                .map(value -> new Default(value, schema.nullable()))
                .orElse(null);
    }

    /** Whether there is any default to set. */
    boolean any() {
        return tree != null;
    }

    void fill(ObjectNode object) {
        if (tree != null) {
            fill(object, tree);
        }
    }

    private static void fill(JsonNode value, SparseTree<Default> tree) {
        switch (value) {
            case ObjectNode object -> fillObject(object, tree);
            case ArrayNode array when tree.items() != null -> fillArray(array, tree.items());
            default -> {}
        }
    }

    private static void fillObject(ObjectNode object, SparseTree<Default> tree) {
        tree.fields().forEach((name, below) -> {
            var value = object.get(name);
            if (below.here() != null && below.here().replaces(value)) {
                value = below.here().value().deepCopy();
                object.set(name, value);
            }
            if (value != null && !below.leaf()) {
                fill(value, below);
            }
        });
        if (tree.additional() != null) {
            fillAdditional(object, tree, tree.additional());
        }
    }

    private static void fillAdditional(ObjectNode object, SparseTree<Default> tree, SparseTree<Default> below) {
        for (var entry : object.properties()) {
            if (!tree.fields().containsKey(entry.getKey())) {
                if (below.here() != null && below.here().replacesPresent(entry.getValue())) {
                    entry.setValue(below.here().value().deepCopy());
                }
                fill(entry.getValue(), below);
            }
        }
    }

    private static void fillArray(ArrayNode array, SparseTree<Default> below) {
        for (int i = 0; i < array.size(); i++) {
            if (below.here() != null && below.here().replacesPresent(array.get(i))) {
                array.set(i, below.here().value().deepCopy());
            }
            fill(array.get(i), below);
        }
    }
}
