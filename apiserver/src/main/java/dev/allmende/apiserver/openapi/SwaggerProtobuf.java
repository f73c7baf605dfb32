package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.Map;

/** A Swagger 2.0 document as the message openapi.v2.Document of gnostic (gnostic-models, openapiv2/OpenAPIv2.proto, v0.7.0). */
final class SwaggerProtobuf {

    private static final Map<String, Integer> METHODS =
            Map.of("get", 2, "put", 3, "post", 4, "delete", 5, "options", 6, "head", 7, "patch", 8);

    private SwaggerProtobuf() {}

    static byte[] encode(JsonNode document) {
        var out = new ProtobufWriter();
        out.text(1, document.path("swagger").asText());
        out.message(2, info -> {
            info.text(1, document.at("/info/title").asText());
            info.text(2, document.at("/info/version").asText());
        });
        out.message(8, paths -> named(paths, 2, document.path("paths"), SwaggerProtobuf::pathItem));
        out.message(9, all -> named(all, 1, document.path("definitions"), SchemaProtobuf::write));
        for (var requirement : document.path("security")) {
            out.message(
                    12,
                    one -> named(
                            one,
                            1,
                            requirement,
                            (value, names) -> names.forEach(name -> value.item(1, name.asText()))));
        }
        out.message(13, all -> named(all, 1, document.path("securityDefinitions"), SwaggerProtobuf::security));
        return out.toBytes();
    }

    /** Writes the content of a message. */
    interface Content {
        void write(ProtobufWriter out, JsonNode source);
    }

    /** A map of messages: repeated pairs of name and value. */
    static void named(ProtobufWriter out, int field, JsonNode entries, Content content) {
        entries.properties()
                .forEach(entry -> out.message(field, pair -> {
                    pair.text(1, entry.getKey());
                    pair.message(2, value -> content.write(value, entry.getValue()));
                }));
    }

    /** Keywords that begin with {@code x-}, as repeated NamedAny. */
    static void extensions(ProtobufWriter out, int field, JsonNode source) {
        source.properties().forEach(entry -> {
            if (entry.getKey().startsWith("x-")) {
                out.message(field, pair -> {
                    pair.text(1, entry.getKey());
                    pair.message(2, any -> any(any, entry.getValue()));
                });
            }
        });
    }

    /** JSON is YAML, so the text of any value can be written as JSON. */
    static void any(ProtobufWriter out, JsonNode value) {
        out.text(2, Json.text(value) + "\n");
    }

    private static void pathItem(ProtobufWriter out, JsonNode item) {
        item.properties().forEach(entry -> {
            var method = METHODS.get(entry.getKey());
            if (method != null) {
                out.message(method, operation -> operation(operation, entry.getValue()));
            }
        });
        item.path("parameters").forEach(parameter -> out.message(9, one -> parameter(one, parameter)));
    }

    private static void operation(ProtobufWriter out, JsonNode operation) {
        texts(out, 1, operation.path("tags"));
        out.text(3, operation.path("description").asText());
        out.text(5, operation.path("operationId").asText());
        texts(out, 6, operation.path("produces"));
        texts(out, 7, operation.path("consumes"));
        operation.path("parameters").forEach(parameter -> out.message(8, one -> parameter(one, parameter)));
        out.message(
                9,
                responses -> named(
                        responses,
                        1,
                        operation.path("responses"),
                        (value, response) -> value.message(1, one -> response(one, response))));
        texts(out, 10, operation.path("schemes"));
        extensions(out, 13, operation);
    }

    static void texts(ProtobufWriter out, int field, JsonNode texts) {
        texts.forEach(text -> out.item(field, text.asText()));
    }

    private static void response(ProtobufWriter out, JsonNode response) {
        out.text(1, response.path("description").asText());
        if (response.has("schema")) {
            out.message(2, item -> item.message(1, schema -> SchemaProtobuf.write(schema, response.path("schema"))));
        }
    }

    /** ParametersItem: a Parameter, which is one in the body or one elsewhere. */
    private static void parameter(ProtobufWriter out, JsonNode source) {
        out.message(1, parameter -> {
            switch (source.path("in").asText()) {
                case "body" -> parameter.message(1, body -> bodyParameter(body, source));
                case "path" -> parameter.message(2, other -> other.message(4, path -> pathParameter(path, source)));
                default -> parameter.message(2, other -> other.message(3, query -> queryParameter(query, source)));
            }
        });
    }

    private static void bodyParameter(ProtobufWriter out, JsonNode source) {
        out.text(2, source.path("name").asText());
        out.text(3, source.path("in").asText());
        out.flag(4, source.path("required").asBoolean());
        out.message(5, schema -> SchemaProtobuf.write(schema, source.path("schema")));
    }

    private static void pathParameter(ProtobufWriter out, JsonNode source) {
        common(out, source);
        out.text(5, source.path("type").asText());
        out.flag(18, source.path("uniqueItems").asBoolean());
    }

    private static void queryParameter(ProtobufWriter out, JsonNode source) {
        common(out, source);
        out.text(6, source.path("type").asText());
        out.flag(19, source.path("uniqueItems").asBoolean());
    }

    private static void common(ProtobufWriter out, JsonNode source) {
        out.flag(1, source.path("required").asBoolean());
        out.text(2, source.path("in").asText());
        out.text(3, source.path("description").asText());
        out.text(4, source.path("name").asText());
    }

    private static void security(ProtobufWriter out, JsonNode source) {
        out.message(2, key -> {
            key.text(1, source.path("type").asText());
            key.text(2, source.path("name").asText());
            key.text(3, source.path("in").asText());
            key.text(4, source.path("description").asText());
        });
    }
}
