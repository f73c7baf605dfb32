package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.values.NullValue;
import java.util.Map;

/** How values of a schema node look to rules: their type, and how they are read out of JSON, as late as possible. */
sealed interface Shape {

    CelType type();

    /** The value of a node of this shape; nodes of another type are given as they are. */
    Object read(JsonNode node);

    static Object orNull(JsonNode node, Shape shape) {
        return node.isNull() ? NullValue.NULL_VALUE : shape.read(node);
    }

    /** A value that is no list, map or object. */
    enum Scalar implements Shape {
        STRING(SimpleType.STRING),
        INTEGER(SimpleType.INT),
        NUMBER(SimpleType.DOUBLE),
        BOOLEAN(SimpleType.BOOL),
        BYTES(SimpleType.BYTES),
        TIMESTAMP(SimpleType.TIMESTAMP),
        DURATION(SimpleType.DURATION),
        /** {@code x-kubernetes-int-or-string}, and whatever no schema describes. */
        DYNAMIC(SimpleType.DYN);

        private final CelType type;

        Scalar(CelType type) {
            this.type = type;
        }

        @Override
        public CelType type() {
            return type;
        }

        @Override
        public Object read(JsonNode node) {
            return switch (this) {
                case STRING, INTEGER, BOOLEAN, DYNAMIC -> Scalars.dynamic(node);
                case NUMBER -> node.isNumber() ? (Object) node.doubleValue() : Scalars.dynamic(node);
                case BYTES -> node.isTextual() ? Scalars.bytes(node.textValue()) : Scalars.dynamic(node);
                case TIMESTAMP -> node.isTextual() ? Scalars.timestamp(node.textValue()) : Scalars.dynamic(node);
                case DURATION -> node.isTextual() ? Scalars.duration(node.textValue()) : Scalars.dynamic(node);
            };
        }
    }

    /** An array. */
    record Items(Shape items, CelType type) implements Shape {
        Items(Shape items) {
            this(items, ListType.create(items.type()));
        }

        @Override
        public Object read(JsonNode node) {
            return node.isArray() ? new JsonList(node, items) : Scalars.dynamic(node);
        }
    }

    /** An object with free names. */
    record Values(Shape values, CelType type) implements Shape {
        Values(Shape values) {
            this(values, MapType.create(SimpleType.STRING, values.type()));
        }

        @Override
        public Object read(JsonNode node) {
            return node.isObject() ? new JsonValues(node, values) : Scalars.dynamic(node);
        }
    }

    /**
     * An object with properties.
     *
     * @param byEscapedName what rules can name
     * @param byName the same by the properties' own names
     */
    record Fields(Map<String, Field> byEscapedName, Map<String, Field> byName, StructType type) implements Shape {
        @Override
        public Object read(JsonNode node) {
            return node.isObject() ? new JsonFields(node, this) : Scalars.dynamic(node);
        }
    }

    /** A property. */
    record Field(String name, String escaped, Shape shape) {}
}
