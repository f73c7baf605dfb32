package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import dev.allmende.apiserver.resource.GroupVersion;
import java.util.List;

/**
 * Schemas of the built-in messages, each under its name and referred to by it, as generated clients and {@code kubectl explain}
 * know them. Defaults are those of Go's zero values, which Kubernetes publishes.
 */
final class MessageSchemas {

    private static final String EXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";

    /** The words that some fields may hold, by message and field. */
    private static final JsonNode CHOICES = Components.read("choices.json");

    private final Components components;

    MessageSchemas(Components components) {
        this.components = components;
    }

    /** The message's schema and all it refers to are in the document from now on. */
    void add(Message message) {
        var name = SchemaNames.of(message);
        if (components.known(name).isEmpty()) {
            var schema = Json.object();
            // before its fields: a message may be inside itself
            components.put(name, schema);
            write(message, schema);
        }
    }

    private void write(Message message, ObjectNode schema) {
        schema.put("description", message.description()).put("type", "object");
        var required = message.fields().values().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList();
        if (!required.isEmpty()) {
            addAll(schema.putArray("required"), required);
        }
        if (message.kind() || !message.fields().isEmpty()) {
            var properties = schema.putObject("properties");
            if (message.kind()) {
                properties.set("apiVersion", KindSchema.apiVersion());
                properties.set("kind", KindSchema.kind());
            }
            message.fields().values().forEach(field -> {
                var property = field(field);
                writeChoices(CHOICES.path(message.name() + "." + field.name()), property);
                properties.set(field.name(), property);
            });
        }
        if (message.atomic()) {
            schema.put("x-kubernetes-map-type", "atomic");
        }
        if (message.kind()) {
            KindSchema.addName(schema, GroupVersion.parse(message.apiVersion()), message.simpleName());
        }
    }

    private static void writeChoices(JsonNode choices, ObjectNode property) {
        if (!choices.isMissingNode()) {
            var target = property.get("items") instanceof ObjectNode items ? items : property;
            target.set("enum", choices);
        }
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private ObjectNode field(Field field) {
        var schema = Json.object().put("description", field.description());
        switch (field.type()) {
            case ListOf(var item) -> {
                schema.put("type", "array").set("items", element(item));
                writeListType(field, schema);
            }
            case MapOf(var value) -> {
                schema.put("type", "object").set("additionalProperties", element(value));
                if (field.listType().equals("atomic")) {
                    schema.put("x-kubernetes-map-type", "atomic");
                }
            }
            case Nested nested -> {
                if (!field.optional()) {
                    schema.putObject("default");
                }
                refer(nested, schema);
            }
            case Scalar scalar -> {
                refer(scalar, schema);
                field.defaultValue().ifPresent(value -> schema.put("default", value));
                if (field.always() && !schema.has("default")) {
                    writeZero(scalar, schema);
                }
            }
        }
        return schema;
    }

    private static void writeListType(Field field, ObjectNode schema) {
        schema.put("x-kubernetes-list-type", field.listType());
        if (!field.mapKeys().isEmpty()) {
            addAll(schema.putArray("x-kubernetes-list-map-keys"), field.mapKeys());
        }
        field.mergeKey().ifPresent(key -> {
            schema.put("x-kubernetes-patch-strategy", "merge");
            if (!key.isEmpty()) {
                schema.put("x-kubernetes-patch-merge-key", key);
            }
        });
    }

    /** An item of a list or a value of a map. */
    private ObjectNode element(FieldType type) {
        var schema = Json.object();
        switch (type) {
            case Nested nested -> {
                schema.putObject("default");
                refer(nested, schema);
            }
            case Scalar scalar -> {
                refer(scalar, schema);
                writeZero(scalar, schema);
                plainReference(schema);
            }
            case ListOf _, MapOf _ -> throw new IllegalStateException("lists of lists are not in the tables");
        }
        return schema;
    }

    /** Without words or a default of its own a reference stands alone. */
    private static void plainReference(ObjectNode schema) {
        var reference = schema.at("/allOf/0/$ref");
        if (schema.size() == 1 && reference.isTextual()) {
            schema.removeAll();
            schema.set("$ref", reference);
        }
    }

    private void refer(Nested nested, ObjectNode schema) {
        var message = Messages.builtIn().named(nested.name());
        add(message);
        schema.putArray("allOf").add(Components.reference(SchemaNames.of(message)));
    }

    private void refer(Scalar scalar, ObjectNode schema) {
        switch (scalar) {
            case STRING -> schema.put("type", "string");
            case INT32 -> schema.put("type", "integer").put("format", "int32");
            case INT64 -> schema.put("type", "integer").put("format", "int64");
            case DOUBLE -> schema.put("type", "number").put("format", "double");
            case BOOL -> schema.put("type", "boolean");
            case BYTES -> schema.put("type", "string").put("format", "byte");
            case EXTRA_VALUE -> {
                var items = schema.put("type", "array").putObject("items");
                items.put("type", "string").put("default", "");
            }
            case TIME -> refer(SchemaNames.META + "Time", schema);
            case MICRO_TIME -> refer(SchemaNames.META + "MicroTime", schema);
            case FIELDS_V1 -> refer(SchemaNames.META + "FieldsV1", schema);
            case QUANTITY -> refer("io.k8s.apimachinery.pkg.api.resource.Quantity", schema);
            case INT_OR_STRING -> refer("io.k8s.apimachinery.pkg.util.intstr.IntOrString", schema);
            case JSON -> refer(EXTENSIONS + "JSON", schema);
            case SCHEMA_OR_LIST -> refer(EXTENSIONS + "JSONSchemaPropsOrArray", schema);
            case SCHEMA_OR_BOOL -> refer(EXTENSIONS + "JSONSchemaPropsOrBool", schema);
            case SCHEMA_OR_TEXTS -> refer(EXTENSIONS + "JSONSchemaPropsOrStringArray", schema);
        }
    }

    private void refer(String shared, ObjectNode schema) {
        schema.putArray("allOf").add(components.shared(shared));
    }

    private static void writeZero(Scalar scalar, ObjectNode schema) {
        switch (scalar) {
            case STRING -> schema.put("default", "");
            case INT32, INT64, DOUBLE -> schema.put("default", 0);
            case BOOL -> schema.put("default", false);
            default -> {
                // the others have no zero that is published
            }
        }
    }
}
