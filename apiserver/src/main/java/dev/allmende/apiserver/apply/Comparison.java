package dev.allmende.apiserver.apply;

/**
 * How two objects differ. No field is in more than one of the sets.
 *
 * @param modified in both, with different values
 */
record Comparison(FieldSet removed, FieldSet modified, FieldSet added) {

    static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY);

    boolean isSame() {
        return removed.isEmpty() && modified.isEmpty() && added.isEmpty();
    }

    FieldSet changed() {
        return modified.union(added);
    }

    /** Without these trees of fields. */
    Comparison without(FieldSet trees) {
        return trees.isEmpty()
                ? this
                : new Comparison(removed.withoutTrees(trees), modified.withoutTrees(trees), added.withoutTrees(trees));
    }
}
