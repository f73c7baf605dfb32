package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.FieldType;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Message.Field;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.schema.Schema.ListType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes schemas of messages. A message that is used in many places is one schema shared by all; a message inside itself
 * (JSON schemas) is described once, and any object is let through below.
 */
final class MessageSchema {

    private final Messages messages;
    private final Map<String, Schema> done = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    MessageSchema(Messages messages) {
        this.messages = messages;
    }

    /** The schema of a message; of a kind with apiVersion and kind. */
    Schema of(Message message) {
        var ready = done.get(message.name());
        if (ready != null) {
            return ready;
        }
        if (!open.add(message.name())) {
            return anything(Schema.Type.OBJECT, message.description());
        }
        var schema = build(message);
        open.remove(message.name());
        done.put(message.name(), schema);
        return schema;
    }

    private Schema build(Message message) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        if (message.kind()) {
            properties.put("apiVersion", scalar(Scalar.STRING, "Group and version of this object's schema."));
            properties.put("kind", scalar(Scalar.STRING, "Kind of this object."));
        }
        message.fields().forEach((name, field) -> properties.put(name, field(field)));
        var source = Json.object().put("description", message.description()).put("type", "object");
        var required = message.fields().values().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList();
        if (!required.isEmpty()) {
            source.set("required", texts(required));
        }
        if (message.atomic()) {
            source.put("x-kubernetes-map-type", "atomic");
        }
        if (!properties.isEmpty()) {
            var sources = source.putObject("properties");
            properties.forEach((name, schema) -> sources.set(name, schema.source()));
        }
        return new Shape(Schema.Type.OBJECT)
                .properties(properties)
                .atomicMap(message.atomic())
                .schema(source);
    }

    private Schema field(Field field) {
        return switch (field.type()) {
            case ListOf(var item) -> list(field, schema(item, ""));
            case MapOf(var value) -> map(field, schema(value, ""));
            case FieldType single -> withDefault(field, schema(single, field.description()));
        };
    }

    private Schema schema(FieldType type, String description) {
        return switch (type) {
            case Nested(var name) -> described(of(messages.named(name)), description);
            case Scalar scalar -> scalar(scalar, description);
            case ListOf _, MapOf _ -> throw new IllegalStateException("lists of lists are not in the tables");
        };
    }

    private static Schema described(Schema schema, String description) {
        if (description.isEmpty()) {
            return schema;
        }
        var source = Json.object().put("description", description);
        schema.source().properties().forEach(entry -> source.putIfAbsent(entry.getKey(), entry.getValue()));
        return new Shape(schema.type())
                .properties(schema.properties())
                .atomicMap(schema.atomicMap())
                .preserve(schema.preserveUnknownFields())
                .schema(source);
    }

    private static Schema withDefault(Field field, Schema schema) {
        var value = defaultValue(field);
        if (value.isEmpty()) {
            return schema;
        }
        ObjectNode source = schema.source().deepCopy();
        source.set("default", value.get());
        return new Shape(schema.type())
                .properties(schema.properties())
                .atomicMap(schema.atomicMap())
                .preserve(schema.preserveUnknownFields())
                .defaultValue(value.get())
                .schema(source);
    }

    /** As in the original, what is always there has its zero value as default: the tracking of owners needs to know. */
    private static Optional<JsonNode> defaultValue(Field field) {
        var json = JsonNodeFactory.instance;
        if (field.defaultValue().isPresent() || field.optional()) {
            return field.defaultValue().map(json::textNode);
        }
        return switch (field.type()) {
            case Nested _ -> Optional.of(json.objectNode());
            case Scalar scalar
            when field.always() ->
                switch (scalar) {
                    case STRING -> Optional.of(json.textNode(""));
                    case INT32, INT64 -> Optional.of(json.numberNode(0));
                    case BOOL -> Optional.of(json.booleanNode(false));
                    default -> Optional.empty();
                };
            case Scalar _, ListOf _, MapOf _ -> Optional.empty();
        };
    }

    private static Schema list(Field field, Schema item) {
        var source = Json.object().put("description", field.description()).put("type", "array");
        source.set("items", item.source());
        source.put("x-kubernetes-list-type", field.listType());
        if (!field.mapKeys().isEmpty()) {
            source.set("x-kubernetes-list-map-keys", texts(field.mapKeys()));
        }
        field.mergeKey().ifPresent(key -> {
            source.put("x-kubernetes-patch-strategy", "merge");
            if (!key.isEmpty()) {
                source.put("x-kubernetes-patch-merge-key", key);
            }
        });
        var type = switch (field.listType()) {
            case "map" -> ListType.MAP;
            case "set" -> ListType.SET;
            default -> ListType.ATOMIC;
        };
        return new Shape(Schema.Type.ARRAY).items(item, type, field.mapKeys()).schema(source);
    }

    private static Schema map(Field field, Schema value) {
        var source = Json.object().put("description", field.description()).put("type", "object");
        source.set("additionalProperties", value.source());
        boolean atomic = field.listType().equals("atomic");
        if (atomic) {
            source.put("x-kubernetes-map-type", "atomic");
        }
        return new Shape(Schema.Type.OBJECT).additional(value).atomicMap(atomic).schema(source);
    }

    private static Schema scalar(Scalar scalar, String description) {
        return switch (scalar) {
            case STRING -> plain(Schema.Type.STRING, "", description);
            case INT32 -> plain(Schema.Type.INTEGER, "int32", description);
            case INT64 -> plain(Schema.Type.INTEGER, "int64", description);
            case DOUBLE -> plain(Schema.Type.NUMBER, "double", description);
            case BOOL -> plain(Schema.Type.BOOLEAN, "", description);
            case BYTES -> plain(Schema.Type.STRING, "byte", description);
            case TIME, MICRO_TIME -> plain(Schema.Type.STRING, "date-time", description);
            case QUANTITY, INT_OR_STRING -> intOrString(description);
            case EXTRA_VALUE -> extraValue(description);
            case FIELDS_V1 -> anything(Schema.Type.OBJECT, description);
            case JSON, SCHEMA_OR_BOOL, SCHEMA_OR_LIST, SCHEMA_OR_TEXTS -> anything(Schema.Type.ANY, description);
        };
    }

    private static Schema plain(Schema.Type type, String format, String description) {
        var source = source(type, description);
        if (!format.isEmpty()) {
            source.put("format", format);
        }
        return new Shape(type).schema(source);
    }

    private static Schema intOrString(String description) {
        var source = source(Schema.Type.ANY, description).put("x-kubernetes-int-or-string", true);
        return new Shape(Schema.Type.ANY).intOrString().schema(source);
    }

    private static Schema extraValue(String description) {
        var item = plain(Schema.Type.STRING, "", "");
        var source = source(Schema.Type.ARRAY, description);
        source.set("items", item.source());
        return new Shape(Schema.Type.ARRAY)
                .items(item, ListType.ATOMIC, List.of())
                .schema(source);
    }

    private static Schema anything(Schema.Type type, String description) {
        var source = source(type, description).put("x-kubernetes-preserve-unknown-fields", true);
        return new Shape(type).preserve(true).schema(source);
    }

    private static ObjectNode source(Schema.Type type, String description) {
        var source = Json.object();
        if (!description.isEmpty()) {
            source.put("description", description);
        }
        return type == Schema.Type.ANY ? source : source.put("type", type.name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode texts(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Builds a schema, most of whose parts are absent. */
    private static final class Shape {
        private final Schema.Type type;
        private Map<String, Schema> properties = Map.of();
        private Optional<Schema> additional = Optional.empty();
        private Optional<Schema> items = Optional.empty();
        private ListType listType = ListType.ATOMIC;
        private List<String> keys = List.of();
        private boolean atomicMap;
        private boolean preserve;
        private boolean intOrString;
        private Optional<JsonNode> defaultValue = Optional.empty();

        Shape(Schema.Type type) {
            this.type = type;
        }

        Shape properties(Map<String, Schema> known) {
            properties = known;
            return this;
        }

        Shape additional(Schema value) {
            additional = Optional.of(value);
            return this;
        }

        Shape items(Schema item, ListType how, List<String> mapKeys) {
            items = Optional.of(item);
            listType = how;
            keys = mapKeys;
            return this;
        }

        Shape atomicMap(boolean atomic) {
            atomicMap = atomic;
            return this;
        }

        Shape preserve(boolean unknown) {
            preserve = unknown;
            return this;
        }

        Shape intOrString() {
            intOrString = true;
            return this;
        }

        Shape defaultValue(JsonNode value) {
            defaultValue = Optional.of(value);
            return this;
        }

        Schema schema(JsonNode source) {
            return new Schema(
                    type,
                    properties,
                    additional,
                    items,
                    listType,
                    keys,
                    atomicMap,
                    preserve,
                    false,
                    intOrString,
                    false,
                    defaultValue,
                    source);
        }
    }
}
