package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.Set;

/**
 * Schemas of version 3 in the words of Swagger 2.0, which has fewer: what it cannot say is left open, as kube-apiserver does
 * (apiextensions-apiserver, controller/openapi/v2/conversion.go).
 */
final class SwaggerSchema {

    static final String PREFIX = "#/definitions/";

    private static final Set<String> UNKNOWN = Set.of("nullable", "default", "anyOf", "oneOf", "allOf", "not");
    private static final Set<String> SHAPE = Set.of("type", "format", "properties", "required", "items", "enum");

    private SwaggerSchema() {}

    static ObjectNode of(JsonNode source) {
        var schema = Json.object();
        boolean open = isOpen(source);
        source.properties().forEach(entry -> {
            var keyword = entry.getKey();
            if (!UNKNOWN.contains(keyword) && !(open && dropsWhenOpen(keyword))) {
                schema.set(keyword, part(keyword, entry.getValue()));
            }
        });
        // the only allOf in what we publish ourselves: a reference with words of its own
        var referred = source.at("/allOf/0/$ref");
        if (source.path("allOf").size() == 1 && referred.isTextual()) {
            schema.set("$ref", reference(referred));
        }
        if (!source.has("type") && isScalarChoice(source.path("oneOf"))) {
            schema.put("type", "string");
        }
        return schema;
    }

    /** A number or text: text in version 2. */
    private static boolean isScalarChoice(JsonNode choices) {
        return !choices.isEmpty() && choices.valueStream().allMatch(choice -> choice.size() == 1 && choice.has("type"));
    }

    /** Where any value is allowed that the schema's keywords would refuse to a reader of version 2. */
    private static boolean isOpen(JsonNode source) {
        return source.path("nullable").asBoolean()
                || source.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || source.path("x-kubernetes-int-or-string").asBoolean();
    }

    private static boolean dropsWhenOpen(String keyword) {
        return SHAPE.contains(keyword) || keyword.equals("additionalProperties");
    }

    private static JsonNode part(String keyword, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> reference(value);
            case "properties" -> {
                var properties = Json.object();
                value.properties().forEach(entry -> properties.set(entry.getKey(), of(entry.getValue())));
                yield properties;
            }
            case "items", "additionalProperties" -> value.isObject() ? of(value) : value;
            default -> value;
        };
    }

    static JsonNode reference(JsonNode reference) {
        var name = reference.asText().substring(Components.PREFIX.length());
        return Json.MAPPER.getNodeFactory().textNode(PREFIX + name);
    }
}
