package dev.allmende.apiserver.apply;

import org.jspecify.annotations.Nullable;

/** Field sets seen with the schema's eyes. */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class SchemaSets {

    private SchemaSets() {}

    /**
     * The set with all declared fields that have members below, which extraction leaves out (structured-merge-diff
     * fieldpath/set.go, EnsureNamedFieldsAreMembers).
     */
    static FieldSet withNamed(FieldSet set, @Nullable Shape shape) {
        var out = new FieldSetBuilder(set.entries.length);
        boolean same = true;
        for (var entry : set.entries) {
            if (entry.below() == null) {
                out.add(entry);
                continue;
            }
            var below = withNamed(entry.below(), child(shape, entry.at()));
            var member = entry.member() || isDeclared(shape, entry.at());
            if (below == entry.below() && member == entry.member()) {
                out.add(entry);
            } else {
                same = false;
                out.add(entry.at(), member, below);
            }
        }
        return same ? set : out.build();
    }

    private static boolean isDeclared(@Nullable Shape shape, PathElement at) {
        return shape != null
                && shape.map() != null
                && at instanceof PathElement.Field field
                && shape.map().declared().containsKey(field.name);
    }

    private static @Nullable Shape child(@Nullable Shape shape, PathElement at) {
        if (shape == null) {
            return null;
        }
        return switch (at) {
            case PathElement.Field field when shape.map() != null -> shape.map().shape(field.name);
            case PathElement.Key key when shape.list() != null -> shape.list().shape();
            default -> null;
        };
    }

    /**
     * The set after the schema has changed: what is atomic now is owned as a whole by whoever owned something in it
     * (structured-merge-diff typed/reconcile_schema.go).
     */
    static FieldSet reconciled(FieldSet set, Shape shape) {
        if ((shape.map() == null && shape.list() == null) || shape == Shape.DEDUCED) {
            return set;
        }
        var fields = shape.map();
        if (fields != null && isFree(fields)) {
            return set;
        }
        var out = new FieldSetBuilder(set.entries.length);
        boolean same = true;
        for (var entry : set.entries) {
            var child =
                    fields != null ? shapeAt(fields, entry.at()) : shape.items().shape();
            var kept = entry.below() == null || child == null ? entry : reconciled(entry, entry.below(), child);
            same &= kept == entry;
            out.add(kept);
        }
        return same ? set : out.build();
    }

    private static FieldSet.Entry reconciled(FieldSet.Entry entry, FieldSet below, Shape shape) {
        if (isAtomic(shape)) {
            return new FieldSet.Entry(entry.at(), true, null);
        }
        var kept = reconciled(below, shape);
        return kept == below ? entry : new FieldSet.Entry(entry.at(), entry.member(), kept);
    }

    private static boolean isAtomic(Shape shape) {
        if (shape.map() != null) {
            return !isFree(shape.map()) && shape.map().atomic();
        }
        return shape.scalar() == null && shape.items().atomic();
    }

    /** Maps of anything are not looked into. */
    private static boolean isFree(Shape.Fields fields) {
        return fields.declared().isEmpty()
                && switch (fields.others()) {
                    case DEDUCED -> true;
                    case TYPED -> fields.undeclared().scalar() == Shape.Scalar.UNTYPED;
                    case REFUSED, ATOMS -> false;
                };
    }

    private static @Nullable Shape shapeAt(Shape.Fields fields, PathElement at) {
        var declared = at instanceof PathElement.Field field ? fields.declared().get(field.name) : null;
        if (declared != null) {
            return declared.shape();
        }
        return fields.others() == Shape.Fields.Others.REFUSED ? null : fields.undeclared();
    }
}
