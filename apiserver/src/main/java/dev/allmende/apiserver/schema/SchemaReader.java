package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.schema.Schema.ListType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the shape of a schema from its JSON. */
final class SchemaReader {

    private SchemaReader() {}

    static Schema read(JsonNode source) {
        return new Schema(
                type(source.path("type").asText("")),
                properties(source.path("properties")),
                child(source.path("additionalProperties")),
                child(source.path("items")),
                listType(source.path("x-kubernetes-list-type").asText("")),
                texts(source.path("x-kubernetes-list-map-keys")),
                source.path("x-kubernetes-map-type").asText("").equals("atomic"),
                source.path("x-kubernetes-preserve-unknown-fields").asBoolean(false),
                source.path("x-kubernetes-embedded-resource").asBoolean(false),
                source.path("x-kubernetes-int-or-string").asBoolean(false),
                source.path("nullable").asBoolean(false),
                Optional.ofNullable(source.get("default")),
                source);
    }

    private static Optional<Schema> child(JsonNode source) {
        if (source.isObject()) {
            return Optional.of(read(source));
        }
        return source.asBoolean(false) ? Optional.of(read(JsonNodeFactory.instance.objectNode())) : Optional.empty();
    }

    private static Map<String, Schema> properties(JsonNode source) {
        Map<String, Schema> properties = new HashMap<>();
        source.properties().forEach(entry -> properties.put(entry.getKey(), read(entry.getValue())));
        return properties;
    }

    private static List<String> texts(JsonNode source) {
        List<String> texts = new ArrayList<>();
        source.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static ListType listType(String word) {
        return switch (word) {
            case "map" -> ListType.MAP;
            case "set" -> ListType.SET;
            default -> ListType.ATOMIC;
        };
    }

    private static Schema.Type type(String word) {
        return switch (word) {
            case "object" -> Schema.Type.OBJECT;
            case "array" -> Schema.Type.ARRAY;
            case "string" -> Schema.Type.STRING;
            case "integer" -> Schema.Type.INTEGER;
            case "number" -> Schema.Type.NUMBER;
            case "boolean" -> Schema.Type.BOOLEAN;
            default -> Schema.Type.ANY;
        };
    }
}
