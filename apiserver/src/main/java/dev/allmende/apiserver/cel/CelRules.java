package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.schema.SparseTree;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a kind, as {@code x-kubernetes-validations} in its schema has them. Safe for many threads. Lists of type set
 * and map are compared as plain lists are, in their order.
 */
public final class CelRules {

    private final SparseTree<NodeRules> tree;

    private CelRules(SparseTree<NodeRules> tree) {
        this.tree = tree;
    }

    /** @return empty when the schema has no rules; then nothing of the engine is loaded */
    @SuppressWarnings("ReferenceEquality") // the root is this very schema, not one that looks like it
    public static Optional<CelRules> of(Schema schema) {
        SparseTree<NodeRules> tree = SparseTree.of(
                schema,
                node -> NodeRules.hasRulesWithin(node)
                        ? new NodeRules(node, node == schema || node.embeddedResource())
                        : null);
        return Optional.ofNullable(tree).map(CelRules::new);
    }

    /** @param old the stored object on an update, null on create: then rules over {@code oldSelf} are left out */
    public List<FieldError> check(ObjectNode object, @Nullable ObjectNode old) {
        return new RuleWalk().check(object, old, tree);
    }
}
