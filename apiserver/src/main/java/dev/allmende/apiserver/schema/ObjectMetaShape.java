package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code metadata} may look like (Kubernetes meta/v1 ObjectMeta), whichever schema surrounds it. Reading it acts as
 * decoding into that type and encoding again: unknown fields, nulls and empty values are gone afterwards.
 */
final class ObjectMetaShape {

    private static final Set<String> COMMON = Set.of("apiVersion", "kind", "metadata");

    /** These stay, though empty. */
    private static final Set<String> KEPT = Set.of("kind", "name", "uid", "apiVersion");

    private static final Schema SCHEMA = Schema.parse(Json.parse("""
            {"type": "object", "properties": {
              "name": {"type": "string"}, "generateName": {"type": "string"}, "namespace": {"type": "string"},
              "selfLink": {"type": "string"}, "uid": {"type": "string"}, "resourceVersion": {"type": "string"},
              "generation": {"type": "integer"}, "deletionGracePeriodSeconds": {"type": "integer", "nullable": true},
              "creationTimestamp": {"type": "string", "format": "date-time"},
              "deletionTimestamp": {"type": "string", "format": "date-time"},
              "labels": {"type": "object", "additionalProperties": {"type": "string"}},
              "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
              "finalizers": {"type": "array", "items": {"type": "string"}},
              "ownerReferences": {"type": "array", "items": {"type": "object", "title": "OwnerReference", "properties": {
                "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "name": {"type": "string"},
                "uid": {"type": "string"}, "controller": {"type": "boolean", "nullable": true},
                "blockOwnerDeletion": {"type": "boolean", "nullable": true}}}},
              "managedFields": {"type": "array", "items": {"type": "object", "title": "ManagedFieldsEntry", "properties": {
                "manager": {"type": "string"}, "operation": {"type": "string"}, "apiVersion": {"type": "string"},
                "time": {"type": "string", "format": "date-time"}, "fieldsType": {"type": "string"},
                "fieldsV1": {}, "subresource": {"type": "string"}}}}}}"""));

    private ObjectMetaShape() {}

    /** Whether each resource has this field, whatever its schema says. */
    static boolean isCommon(String field) {
        return COMMON.contains(field);
    }

    /** @param unknown told each field that is dropped because nobody knows it, as a path below the metadata */
    static void prune(ObjectNode metadata, Consumer<String> unknown) {
        pruneObject(metadata, SCHEMA, "", true, unknown);
    }

    private static void pruneObject(
            ObjectNode object, Schema schema, String prefix, boolean top, Consumer<String> unknown) {
        for (var fields = object.properties().iterator(); fields.hasNext(); ) {
            var entry = fields.next();
            var below = schema.properties().get(entry.getKey());
            if (below == null) {
                unknown.accept(prefix + entry.getKey());
                fields.remove();
            } else if (isZero(entry.getValue(), below) && (top || !KEPT.contains(entry.getKey()))) {
                fields.remove();
            } else if (entry.getValue() instanceof ArrayNode array) {
                pruneItems(array, below, prefix + entry.getKey(), unknown);
            }
        }
    }

    private static void pruneItems(ArrayNode array, Schema schema, String path, Consumer<String> unknown) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof ObjectNode item && schema.items().isPresent()) {
                pruneObject(item, schema.items().get(), path + "[" + i + "].", false, unknown);
            }
        }
    }

    /** What Go's {@code omitempty} leaves out. */
    private static boolean isZero(JsonNode value, Schema schema) {
        return switch (value.getNodeType()) {
            case NULL -> true;
            case OBJECT, ARRAY -> value.isEmpty() && schema.type() != Schema.Type.ANY;
            case STRING -> value.textValue().isEmpty();
            case NUMBER -> value.isInt() && value.intValue() == 0 && !schema.nullable();
            default -> false;
        };
    }

    /**
     * Why this cannot be the apiVersion, kind or metadata of a resource, in the words of the decoder of a Kubernetes API
     * server; empty when it can.
     */
    static Optional<String> malformed(JsonNode resource) {
        for (var field : new String[] {"apiVersion", "kind"}) {
            var value = resource.get(field);
            if (value != null && !value.isTextual()) {
                return Optional.of(".%s accessor error: %s is of the type %s, expected string"
                        .formatted(field, GoText.json(value), goType(value)));
            }
        }
        var metadata = resource.get("metadata");
        return metadata == null ? Optional.empty() : malformedMetadata(metadata);
    }

    static Optional<String> malformedMetadata(JsonNode metadata) {
        return mismatch(metadata, SCHEMA, "ObjectMeta", "");
    }

    private static Optional<String> mismatch(JsonNode value, Schema schema, String struct, String path) {
        if (value.isNull() || fits(value, schema.type())) {
            return switch (value) {
                case ObjectNode object ->
                    below(object, schema, schema.source().path("title").asText(struct), path);
                case ArrayNode array -> below(array, schema, struct, path);
                default -> isTime(schema) ? badTime(value) : Optional.empty();
            };
        }
        var where = path.isEmpty() ? "value" : "struct field " + struct + "." + path;
        var type = path.isEmpty() ? "v1.ObjectMeta" : goType(schema);
        return Optional.of("json: cannot unmarshal %s into Go %s of type %s".formatted(word(value), where, type));
    }

    private static Optional<String> below(ObjectNode object, Schema schema, String struct, String path) {
        for (var entry : object.properties()) {
            var property = schema.properties().get(entry.getKey());
            var below = property != null ? property : schema.additional().orElse(null);
            if (below != null) {
                var name = property == null ? path : path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                var wrong = mismatch(entry.getValue(), below, struct, name);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> below(ArrayNode array, Schema schema, String struct, String path) {
        for (var item : array) {
            var wrong = schema.items().flatMap(items -> mismatch(item, items, struct, path));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static boolean isTime(Schema schema) {
        return schema.source().has("format");
    }

    private static Optional<String> badTime(JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime.parse(value.textValue());
            return Optional.empty();
        } catch (DateTimeParseException e) {
            var text = Quoted.text(value.textValue());
            return Optional.of("parsing time %s as \"2006-01-02T15:04:05Z07:00\": cannot parse %s as \"2006\""
                    .formatted(text, text));
        }
    }

    private static boolean fits(JsonNode value, Schema.Type type) {
        return switch (type) {
            case ANY -> true;
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
            case STRING -> value.isTextual();
            case BOOLEAN -> value.isBoolean();
            case INTEGER, NUMBER -> value.isIntegralNumber();
        };
    }

    private static String goType(Schema schema) {
        return switch (schema.type()) {
            case OBJECT ->
                schema.properties().isEmpty()
                        ? "map[string]string"
                        : "v1." + schema.source().path("title").asText();
            case ARRAY -> "[]" + schema.items().map(ObjectMetaShape::goType).orElse("string");
            case INTEGER -> "int64";
            case BOOLEAN -> "bool";
            default -> "string";
        };
    }

    private static String goType(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "map[string]interface {}";
            case ARRAY -> "[]interface {}";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int64" : "float64";
            default -> "<nil>";
        };
    }

    private static String word(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "number" : "number " + value.asText();
            default -> "string";
        };
    }
}
