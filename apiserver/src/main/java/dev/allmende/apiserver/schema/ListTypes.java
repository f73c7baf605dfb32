package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.schema.Schema.ListType;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of type set have no item twice, lists of type map no key (apiextensions-apiserver, schema/listtype). A value that
 * comes often is told once.
 */
final class ListTypes {

    private final @Nullable SparseTree<Schema> tree;

    ListTypes(Schema schema) {
        this.tree = SparseTree.of(schema, node -> node.listType() == ListType.ATOMIC ? null : node);
    }

    /** On an update only if the old object was in order. */
    void check(ObjectNode object, @Nullable ObjectNode old, List<FieldError> faults) {
        if (tree == null) {
            return;
        }
        var found = new ArrayList<FieldError>(0);
        check(object, tree, new Trail(), found);
        if (!found.isEmpty() && (old == null || isInOrder(old, tree))) {
            faults.addAll(found);
        }
    }

    private static boolean isInOrder(ObjectNode old, SparseTree<Schema> tree) {
        var found = new ArrayList<FieldError>(0);
        check(old, tree, new Trail(), found);
        return found.isEmpty();
    }

    private static void check(JsonNode value, SparseTree<Schema> tree, Trail trail, List<FieldError> faults) {
        switch (value) {
            case ObjectNode object -> checkFields(object, tree, trail, faults);
            case ArrayNode array -> checkArray(array, tree, trail, faults);
            default -> {}
        }
    }

    private static void checkFields(ObjectNode object, SparseTree<Schema> tree, Trail trail, List<FieldError> faults) {
        for (var entry : object.properties()) {
            var below = entry.getValue().isContainerNode() ? tree.step(entry.getKey(), trail) : null;
            if (below == null) {
                continue;
            }
            check(entry.getValue(), below, trail, faults);
            trail.up();
        }
    }

    private static void checkArray(ArrayNode array, SparseTree<Schema> tree, Trail trail, List<FieldError> faults) {
        if (tree.here() != null) {
            if (tree.here().listType() == ListType.SET) {
                checkUnique(array, trail, faults);
            } else {
                checkKeys(array, tree.here().listMapKeys(), trail, faults);
            }
        }
        if (tree.items() != null) {
            for (int i = 0; i < array.size(); i++) {
                trail.index(i);
                check(array.get(i), tree.items(), trail, faults);
                trail.up();
            }
        }
    }

    private static void checkKeys(ArrayNode array, List<String> keys, Trail trail, List<FieldError> faults) {
        var found = new ArrayList<JsonNode>(array.size());
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            if (!item.isObject() && !item.isNull()) {
                trail.index(i);
                faults.add(FieldError.invalid(
                        trail.bracketed(), GoText.of(item), "must be an object for an array of list-type map"));
                trail.up();
                return;
            }
            found.add(ListMaps.key(item, keys));
        }
        checkUnique(found, trail, faults);
    }

    private static void checkUnique(Iterable<JsonNode> values, Trail trail, List<FieldError> faults) {
        Set<JsonNode> seen = new HashSet<>();
        var told = new HashMap<JsonNode, Boolean>(0);
        int i = 0;
        for (var value : values) {
            if (!seen.add(value) && told.put(value, true) == null) {
                trail.index(i);
                faults.add(new FieldError(Kind.DUPLICATE, trail.bracketed(), GoText.of(value), ""));
                trail.up();
            }
            i++;
        }
    }
}
