package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.schema.ListMaps;
import dev.allmende.apiserver.schema.SameJson;
import dev.allmende.apiserver.schema.SparseTree;
import dev.allmende.apiserver.schema.Trail;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over an object and evaluates the rules of each value, within one budget. For one object. */
final class RuleWalk {

    /** For an object's rules together (k8s.io/apiserver, pkg/apis/cel/config.go: RuntimeCELCostBudget). */
    private static final long BUDGET = 10_000_000;

    private final Trail trail = new Trail();
    private final List<FieldError> faults = new ArrayList<>(0);
    private long left = BUDGET;

    /** A value and what it was before; the old one is null where nothing can be compared. */
    private record Change(JsonNode now, @Nullable JsonNode before) {
        boolean isNone() {
            return before != null && SameJson.same(now, before);
        }
    }

    List<FieldError> check(ObjectNode object, @Nullable ObjectNode old, SparseTree<NodeRules> tree) {
        var change = new Change(object, old);
        visit(change, change, tree);
        return faults;
    }

    /** @param comparable the change itself, or that of the nearest value above which has an old one */
    private void visit(Change change, Change comparable, SparseTree<NodeRules> tree) {
        if (left < 0 || change.now.isNull()) {
            return;
        }
        var node = tree.here();
        if (node != null && node.any()) {
            evaluate(node, change, comparable);
        }
        switch (change.now) {
            case ObjectNode object -> visitFields(object, change, comparable, tree);
            case ArrayNode array when tree.items() != null -> visitItems(array, change, comparable, tree.items(), node);
            default -> {}
        }
    }

    private void visitFields(ObjectNode object, Change change, Change comparable, SparseTree<NodeRules> tree) {
        for (var entry : object.properties()) {
            var below = tree.step(entry.getKey(), trail);
            if (below == null) {
                continue;
            }
            var before = change.before == null ? null : change.before.get(entry.getKey());
            descend(new Change(entry.getValue(), before), comparable, below);
        }
    }

    private void visitItems(
            ArrayNode array, Change change, Change comparable, SparseTree<NodeRules> items, @Nullable NodeRules node) {
        var keys = node == null ? List.<String>of() : node.listMapKeys();
        var before = change.before == null || keys.isEmpty() ? null : ListMaps.byKey(change.before, keys);
        for (int i = 0; i < array.size(); i++) {
            trail.index(i);
            var item = array.get(i);
            var old = before == null ? null : before.get(ListMaps.key(item, keys));
            descend(new Change(item, old), comparable, items);
        }
    }

    private void descend(Change change, Change comparable, SparseTree<NodeRules> tree) {
        visit(change, change.before == null ? comparable : change, tree);
        trail.up();
    }

    private void evaluate(NodeRules node, Change change, Change comparable) {
        var evaluation = new Evaluation(node, change.now, change.before, trail.bracketed(), left);
        left = evaluation.run();
        evaluation.faults().forEach(fault -> {
            if (!fault.forgivable() || !comparable.isNone()) {
                faults.add(fault.error());
            }
        });
    }
}
