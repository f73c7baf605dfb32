package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.protobuf.FieldType;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import java.util.Optional;

/**
 * Whether JSON fits a message at all. What does not is told in the words of a Kubernetes API server, which decodes into Go
 * types: {@code json: cannot unmarshal number into Go struct field ConfigMap.data of type string}.
 */
final class TypeCheck {

    private final Messages messages;

    TypeCheck(Messages messages) {
        this.messages = messages;
    }

    /** The first thing that does not fit, as text of a 400 answer; empty when all fits. Unknown fields are not looked at. */
    Optional<String> malformed(ObjectNode object, Message message) {
        var kind = message.simpleName();
        var version = message.apiVersion().substring(message.apiVersion().indexOf('/') + 1);
        return fields(object, message, "")
                .map(why -> "%s in version \"%s\" cannot be handled as a %s: %s".formatted(kind, version, kind, why));
    }

    private Optional<String> fields(ObjectNode object, Message message, String path) {
        for (var entry : object.properties()) {
            var field = message.fields().get(entry.getKey());
            if (field != null) {
                var place = new Place(message.simpleName(), path.isEmpty() ? field.name() : path + "." + field.name());
                var wrong = value(entry.getValue(), field.type(), place);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> value(JsonNode value, FieldType type, Place place) {
        if (value.isNull()) {
            return Optional.empty();
        }
        return switch (type) {
            case Nested(var name) ->
                value instanceof ObjectNode object
                        ? fields(object, messages.named(name), place.path())
                        : place.mismatch(value, goType(type));
            case ListOf(var item) ->
                value instanceof ArrayNode array ? first(array, item, place) : place.mismatch(value, goType(type));
            case MapOf(var item) ->
                value instanceof ObjectNode map ? first(map, item, place) : place.mismatch(value, goType(type));
            case Scalar scalar -> scalar(value, scalar, place);
        };
    }

    private Optional<String> first(Iterable<JsonNode> values, FieldType type, Place place) {
        for (var value : values) {
            var wrong = value(value, type, place);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> scalar(JsonNode value, Scalar scalar, Place place) {
        return switch (scalar) {
            case STRING -> value.isTextual() ? Optional.empty() : place.mismatch(value, "string");
            case INT32 ->
                isInteger(value) && value.canConvertToInt() ? Optional.empty() : place.mismatch(value, "int32");
            case INT64 ->
                isInteger(value) && value.canConvertToLong() ? Optional.empty() : place.mismatch(value, "int64");
            case DOUBLE -> value.isNumber() ? Optional.empty() : place.mismatch(value, "float64");
            case BOOL -> value.isBoolean() ? Optional.empty() : place.mismatch(value, "bool");
            case BYTES -> value.isTextual() ? Base64Text.fault(value.textValue()) : place.mismatch(value, "[]uint8");
            case TIME -> value.isTextual() ? Times.fault(value.textValue()) : place.mismatch(value, "string");
            case MICRO_TIME ->
                value.isTextual() ? Times.microFault(value.textValue()) : place.mismatch(value, "string");
            case QUANTITY -> Quantities.fault(value);
            case INT_OR_STRING ->
                value.isTextual() || (isInteger(value) && value.canConvertToInt())
                        ? Optional.empty()
                        : place.mismatch(value, "int32");
            case EXTRA_VALUE -> texts(value, place);
            case SCHEMA_OR_BOOL ->
                value.isObject() || value.isBoolean()
                        ? schema(value, place)
                        : Optional.of("boolean or JSON schema expected");
            case SCHEMA_OR_LIST ->
                value.isObject() || value.isArray()
                        ? schema(value, place)
                        : Optional.of("array or JSON schema expected");
            case FIELDS_V1, JSON, SCHEMA_OR_TEXTS -> Optional.empty();
        };
    }

    /** Whichever node holds it: parsers and patches make different ones. */
    private static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber();
    }

    private Optional<String> schema(JsonNode value, Place place) {
        return value instanceof ObjectNode object
                ? fields(object, messages.named("apiextensions.JSONSchemaProps"), place.path())
                : Optional.empty();
    }

    private static Optional<String> texts(JsonNode value, Place place) {
        if (!value.isArray()) {
            return place.mismatch(value, "v1.ExtraValue");
        }
        for (var text : value) {
            if (!text.isTextual() && !text.isNull()) {
                return place.mismatch(text, "string");
            }
        }
        return Optional.empty();
    }

    private static String goType(FieldType type) {
        return switch (type) {
            case Nested(var name) -> "v1." + name.substring(name.indexOf('.') + 1);
            case ListOf(var item) -> "[]" + goType(item);
            case MapOf(var value) -> "map[string]" + goType(value);
            case Scalar scalar ->
                switch (scalar) {
                    case DOUBLE -> "float64";
                    case BYTES -> "[]uint8";
                    case INT32, INT64, BOOL, STRING -> scalar.toString();
                    default -> "v1." + scalar;
                };
        };
    }

    /** Where a value stands: in Go's words the innermost struct and the path from the outermost. */
    private record Place(String struct, String path) {
        Optional<String> mismatch(JsonNode value, String type) {
            return Optional.of("json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                    .formatted(word(value, type), struct, path, type));
        }

        private static String word(JsonNode value, String type) {
            return switch (value.getNodeType()) {
                case OBJECT -> "object";
                case ARRAY -> "array";
                case BOOLEAN -> "bool";
                case NUMBER -> type.startsWith("int") ? "number " + value.asText() : "number";
                default -> "string";
            };
        }
    }
}
