package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.protobuf.FieldType;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Message.Field;
import dev.allmende.apiserver.protobuf.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Brings an object of a built-in kind into the form in which Kubernetes would write it after reading it into its type:
 * nulls and empty values are left out unless the type says otherwise, numbers of quantities become texts, and parts that are
 * always there are added. One difference: lists that Kubernetes writes as null are empty here, and times that it writes as
 * null are absent. Unknown fields are left alone.
 */
final class MessageShape {

    private final Messages messages;

    MessageShape(Messages messages) {
        this.messages = messages;
    }

    /** Changes the object in place. Its types must be right. */
    void tidy(ObjectNode object, Message message) {
        for (var field : message.fields().values()) {
            var value = object.get(field.name());
            var tidied = value == null || value.isNull() ? null : tidied(value, field.type());
            if (tidied == null || isZero(tidied, field)) {
                tidied = zero(field);
            }
            if (tidied == null) {
                object.remove(field.name());
            } else {
                object.set(field.name(), tidied);
            }
        }
    }

    private JsonNode tidied(JsonNode value, FieldType type) {
        switch (type) {
            case Nested(var name) -> tidyNested(value, name);
            case ListOf(var item) -> {
                if (value instanceof ArrayNode array) {
                    for (int i = 0; i < array.size(); i++) {
                        array.set(i, element(array.get(i), item));
                    }
                }
            }
            case MapOf(var item) -> {
                if (value instanceof ObjectNode map) {
                    map.properties().forEach(entry -> entry.setValue(element(entry.getValue(), item)));
                }
            }
            case Scalar scalar -> {
                return normal(value, scalar);
            }
        }
        return value;
    }

    private JsonNode normal(JsonNode value, Scalar scalar) {
        if (scalar == Scalar.SCHEMA_OR_BOOL || scalar == Scalar.SCHEMA_OR_LIST) {
            return tidyNested(value, "apiextensions.JSONSchemaProps");
        }
        if (value.isIntegralNumber() && value.canConvertToInt() && scalar != Scalar.QUANTITY) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        var text = value.asText();
        var normal = switch (scalar) {
            case BYTES -> Base64Text.normal(text);
            case QUANTITY -> text;
            case TIME -> Times.normal(text);
            case MICRO_TIME -> Times.normalMicro(text);
            default -> null;
        };
        return normal == null || (value.isTextual() && normal.equals(text))
                ? value
                : JsonNodeFactory.instance.textNode(normal);
    }

    /** In a list or map a null is the zero value. */
    private JsonNode element(JsonNode value, FieldType type) {
        if (value.isNull()) {
            return type instanceof Nested(var name)
                    ? tidyNested(JsonNodeFactory.instance.objectNode(), name)
                    : zero(type);
        }
        return tidied(value, type);
    }

    private JsonNode tidyNested(JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            tidy(object, messages.named(name));
        }
        return value;
    }

    private static boolean isZero(JsonNode value, Field field) {
        if (field.type() == Scalar.JSON || field.type() == Scalar.FIELDS_V1) {
            return false;
        }
        return switch (value.getNodeType()) {
            case ARRAY -> value.isEmpty();
            case OBJECT -> value.isEmpty() && field.type() instanceof MapOf;
            case STRING -> value.asText().isEmpty() && !field.optional();
            case NUMBER -> value.asDouble() == 0 && !field.optional();
            case BOOLEAN -> !value.asBoolean() && !field.optional() && field.type() == Scalar.BOOL;
            default -> false;
        };
    }

    /** What stands for nothing, or null when the field is left out. */
    private @Nullable JsonNode zero(Field field) {
        if (field.optional()) {
            return null;
        }
        if (field.type() instanceof Nested(var name)) {
            return tidyNested(JsonNodeFactory.instance.objectNode(), name);
        }
        return field.always() ? zero(field.type()) : null;
    }

    private static JsonNode zero(FieldType type) {
        var json = JsonNodeFactory.instance;
        return switch (type) {
            case ListOf _ -> json.arrayNode();
            case MapOf _, Nested _ -> json.objectNode();
            case Scalar scalar ->
                switch (scalar) {
                    case INT32, INT64, DOUBLE -> json.numberNode(0);
                    case BOOL -> json.booleanNode(false);
                    case QUANTITY -> json.textNode("0");
                    case EXTRA_VALUE -> json.arrayNode();
                    default -> json.textNode("");
                };
        };
    }
}
