package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value may be, and what in it is owned apart or as a whole (structured-merge-diff schema.Atom). At least one part
 * is there; a value whose schema names no type has all three.
 */
record Shape(
        @Nullable Scalar scalar,
        @Nullable Items list,
        @Nullable Fields map) {

    enum Scalar {
        STRING,
        NUMERIC,
        BOOLEAN,
        UNTYPED
    }

    enum Kind {
        MAP,
        SCALAR,
        LIST
    }

    /** Anything, owned as a whole. */
    static final Shape ATOM = new Shape(
            Scalar.UNTYPED,
            new Items(Items.Relation.ATOMIC, List.of(), List.of(), null),
            new Fields(Map.of(), Fields.Others.ATOMS, null, true));

    /** Anything: maps field by field, lists as a whole. */
    static final Shape DEDUCED = new Shape(
            Scalar.UNTYPED,
            new Items(Items.Relation.ATOMIC, List.of(), List.of(), null),
            new Fields(Map.of(), Fields.Others.DEDUCED, null, false));

    /**
     * A list.
     *
     * @param keys of a {@link Relation#MAP}
     * @param defaults of the keys, in their order; null where there is none
     * @param items null for anything
     */
    record Items(
            Relation relation,
            List<String> keys,
            List<@Nullable JsonNode> defaults,
            @Nullable Shape items) {
        enum Relation {
            ATOMIC,
            SET,
            MAP
        }

        boolean atomic() {
            return relation == Relation.ATOMIC;
        }

        Shape shape() {
            return items == null ? ATOM : items;
        }
    }

    /**
     * A map.
     *
     * @param typed of undeclared fields, with {@link Others#TYPED}
     */
    record Fields(
            Map<String, Field> declared,
            Others others,
            @Nullable Shape typed,
            boolean atomic) {
        /** What fields that are not declared may be. */
        enum Others {
            REFUSED,
            TYPED,
            DEDUCED,
            ATOMS
        }

        /** The shape of an undeclared field; what is refused but there all the same counts as deduced. */
        Shape undeclared() {
            return switch (others) {
                case TYPED -> typed == null ? Shape.DEDUCED : typed;
                case DEDUCED, REFUSED -> Shape.DEDUCED;
                case ATOMS -> ATOM;
            };
        }

        Shape shape(String name) {
            var field = declared.get(name);
            return field == null ? undeclared() : field.shape;
        }

        PathElement at(String name) {
            var field = declared.get(name);
            return field == null ? PathElements.field(name) : field.at;
        }
    }

    /**
     * A declared field.
     *
     * @param zero what stands there when nothing is written: the zero value of what is no pointer in the original's built-in
     *     types; null elsewhere
     */
    record Field(PathElement at, Shape shape, @Nullable JsonNode zero) {}

    /** As what a value is taken; null, and what is not allowed at all, as the first of map, scalar and list that is. */
    Kind kind(@Nullable JsonNode value) {
        if (value != null) {
            switch (value.getNodeType()) {
                case STRING, NUMBER, BOOLEAN -> {
                    if (scalar != null) {
                        return Kind.SCALAR;
                    }
                }
                case ARRAY -> {
                    if (list != null) {
                        return Kind.LIST;
                    }
                }
                case OBJECT -> {
                    if (map != null) {
                        return Kind.MAP;
                    }
                }
                default -> {}
            }
        }
        return map != null ? Kind.MAP : scalar != null ? Kind.SCALAR : Kind.LIST;
    }

    Items items() {
        return list == null ? ANY_LIST : list;
    }

    Fields fields() {
        return map == null ? ANY_MAP : map;
    }

    private static final Items ANY_LIST = new Items(Items.Relation.ATOMIC, List.of(), List.of(), null);
    private static final Fields ANY_MAP = new Fields(Map.of(), Fields.Others.DEDUCED, null, false);
}
