package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two objects by their shape (structured-merge-diff typed/compare.go). Never fails: what breaks the shape is
 * compared as far as it goes.
 */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class Comparing {

    private Comparing() {}

    static Comparison compare(JsonNode before, JsonNode after, Shape shape) {
        var difference = new Difference();
        compare(before, after, shape, difference);
        return difference.isNone() ? Comparison.SAME : difference.comparison();
    }

    private static void compare(@Nullable JsonNode before, @Nullable JsonNode after, Shape shape, Difference out) {
        if (before == after) {
            return;
        }
        var kind = shape.kind(after == null ? before : after);
        if (before != null && after != null) {
            var first = shape.kind(before);
            if (first != kind) {
                compare(before, after, shape, first, out);
            }
        }
        var leaf = compare(before, after, shape, kind, out);
        if (!leaf) {
            out.addedSelf |= before == null;
            out.removedSelf |= after == null;
        }
    }

    /** @return whether the values were compared as a whole */
    private static boolean compare(
            @Nullable JsonNode before, @Nullable JsonNode after, Shape shape, Shape.Kind kind, Difference out) {
        return switch (kind) {
            case SCALAR -> whole(before, after, out);
            case MAP -> maps(before, after, shape.fields(), out);
            case LIST -> lists(before, after, shape.items(), out);
        };
    }

    private static boolean whole(@Nullable JsonNode before, @Nullable JsonNode after, Difference out) {
        if (before == null) {
            out.addedSelf = true;
        } else if (after == null) {
            out.removedSelf = true;
        } else if (!Values.equal(before, after)) {
            out.modifiedSelf = true;
        }
        return true;
    }

    private static boolean maps(
            @Nullable JsonNode before, @Nullable JsonNode after, Shape.Fields fields, Difference out) {
        var left = before instanceof ObjectNode map ? map : null;
        var right = after instanceof ObjectNode map ? map : null;
        if (fields.atomic() || (isBare(left) && isBare(right))) {
            return whole(before, after, out);
        }
        if (left != null) {
            for (var field : left.properties()) {
                field(
                        field.getKey(),
                        field.getValue(),
                        right == null ? null : right.get(field.getKey()),
                        fields,
                        out,
                        right != null);
            }
        }
        if (right != null) {
            for (var field : right.properties()) {
                if (left == null || !left.has(field.getKey())) {
                    field(field.getKey(), null, field.getValue(), fields, out, left != null);
                }
            }
        }
        return false;
    }

    /** @param both whether the map is there before and after */
    private static void field(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Shape.Fields fields,
            Difference out,
            boolean both) {
        if (before == after || (before != null && after != null && isSameScalar(before, after))) {
            return;
        }
        var declared = fields.declared().get(name);
        var below = new Difference();
        if (declared == null) {
            compare(before, after, fields.undeclared(), below);
            out.put(PathElements.field(name), below);
            return;
        }
        var zero = both ? declared.zero() : null;
        compare(before == null ? zero : before, after == null ? zero : after, declared.shape(), below);
        out.put(declared.at(), below);
    }

    private static boolean isSameScalar(JsonNode before, JsonNode after) {
        return before.isValueNode() && before.getNodeType() == after.getNodeType() && Values.equal(before, after);
    }

    private static boolean lists(
            @Nullable JsonNode before, @Nullable JsonNode after, Shape.Items items, Difference out) {
        var left = before instanceof ArrayNode list ? list : null;
        var right = after instanceof ArrayNode list ? list : null;
        if (items.atomic() || (isBare(left) && isBare(right))) {
            return whole(before, after, out);
        }
        var lefts = ListItems.byElement(items, left);
        var rights = ListItems.byElement(items, right);
        lefts.forEach((at, values) -> items(at, values, rights.getOrDefault(at, List.of()), items.shape(), out));
        rights.forEach((at, values) -> {
            if (!lefts.containsKey(at)) {
                items(at, List.of(), values, items.shape(), out);
            }
        });
        return false;
    }

    private static void items(
            PathElement at, List<JsonNode> before, List<JsonNode> after, Shape shape, Difference out) {
        var below = new Difference();
        if (before.size() > 1 && after.size() > 1) {
            below.modifiedSelf = !equal(before, after);
        } else if (before.size() > 1) {
            if (!after.isEmpty()) {
                compare(null, after.getFirst(), shape, below);
            }
            below.removedSelf = true;
        } else if (after.size() > 1) {
            if (!before.isEmpty()) {
                compare(before.getFirst(), null, shape, below);
            }
            below.addedSelf = true;
        } else {
            compare(
                    before.isEmpty() ? null : before.getFirst(),
                    after.isEmpty() ? null : after.getFirst(),
                    shape,
                    below);
        }
        out.put(at, below);
    }

    private static boolean equal(List<JsonNode> before, List<JsonNode> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!Values.equal(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBare(@Nullable JsonNode container) {
        return container == null || container.isEmpty();
    }

    /** What differs at one node and below it. */
    private static final class Difference {
        boolean removedSelf;
        boolean modifiedSelf;
        boolean addedSelf;
        private @Nullable FieldSetBuilder removed;
        private @Nullable FieldSetBuilder modified;
        private @Nullable FieldSetBuilder added;

        boolean isNone() {
            return removed == null && modified == null && added == null;
        }

        void put(PathElement at, Difference below) {
            removed = put(removed, at, below.removedSelf, below.removed);
            modified = put(modified, at, below.modifiedSelf, below.modified);
            added = put(added, at, below.addedSelf, below.added);
        }

        private static @Nullable FieldSetBuilder put(
                @Nullable FieldSetBuilder set, PathElement at, boolean self, @Nullable FieldSetBuilder below) {
            if (!self && below == null) {
                return set;
            }
            var some = set == null ? new FieldSetBuilder(4) : set;
            some.add(at, self, below == null ? null : below.build());
            return some;
        }

        Comparison comparison() {
            return new Comparison(built(removed), built(modified), built(added));
        }

        private static FieldSet built(@Nullable FieldSetBuilder set) {
            return set == null ? FieldSet.EMPTY : set.build();
        }
    }
}
