package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A schema of Swagger 2.0 as gnostic's message openapi.v2.Schema. */
final class SchemaProtobuf {

    private SchemaProtobuf() {}

    static void write(ProtobufWriter out, JsonNode schema) {
        schema.properties().forEach(entry -> keyword(out, entry.getKey(), entry.getValue()));
        SwaggerProtobuf.extensions(out, 31, schema);
    }

    private static void keyword(ProtobufWriter out, String keyword, JsonNode value) {
        switch (keyword) {
            case "$ref" -> out.text(1, value.asText());
            case "format" -> out.text(2, value.asText());
            case "title" -> out.text(3, value.asText());
            case "description" -> out.text(4, value.asText());
            case "default" -> out.message(5, any -> SwaggerProtobuf.any(any, value));
            case "multipleOf" -> out.real(6, value.asDouble());
            case "maximum" -> out.real(7, value.asDouble());
            case "exclusiveMaximum" -> out.flag(8, value.asBoolean());
            case "minimum" -> out.real(9, value.asDouble());
            case "exclusiveMinimum" -> out.flag(10, value.asBoolean());
            case "maxLength" -> out.number(11, value.asLong());
            case "minLength" -> out.number(12, value.asLong());
            case "pattern" -> out.text(13, value.asText());
            case "maxItems" -> out.number(14, value.asLong());
            case "minItems" -> out.number(15, value.asLong());
            case "uniqueItems" -> out.flag(16, value.asBoolean());
            case "maxProperties" -> out.number(17, value.asLong());
            case "minProperties" -> out.number(18, value.asLong());
            case "required" -> SwaggerProtobuf.texts(out, 19, value);
            case "enum" -> value.forEach(one -> out.message(20, any -> SwaggerProtobuf.any(any, one)));
            case "additionalProperties" -> out.message(21, item -> additional(item, value));
            case "type" -> out.message(22, item -> item.item(1, value.asText()));
            case "items" -> out.message(23, items -> items.message(1, item -> write(item, value)));
            case "properties" -> out.message(25, all -> SwaggerProtobuf.named(all, 1, value, SchemaProtobuf::write));
            case "example" -> out.message(30, any -> SwaggerProtobuf.any(any, value));
            default -> {
                // extensions follow; what else a schema may say has no field in the message
            }
        }
    }

    private static void additional(ProtobufWriter item, JsonNode value) {
        if (value instanceof ObjectNode schema) {
            item.message(1, inner -> write(inner, schema));
        } else {
            item.flag(2, value.asBoolean());
        }
    }
}
