package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the keywords of a schema have values of their types at all (apiextensions v1 JSONSchemaProps). A Kubernetes API
 * server finds these when it decodes; here they are faults like others.
 */
final class KeywordTypes {

    private static final String TEXT = "a string";
    private static final String YES_OR_NO = "a boolean";
    private static final String NUMBER = "a number";
    private static final String COUNT = "an integer";
    private static final String LIST = "an array";
    private static final String TEXTS = "an array of strings";
    private static final String SCHEMA = "a schema";
    private static final String SCHEMAS = "an array of schemas";
    private static final String NAMED_SCHEMAS = "an object of schemas";
    private static final String SCHEMA_OR_BOOLEAN = "a schema or a boolean";

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry("type", TEXT),
            Map.entry("format", TEXT),
            Map.entry("title", TEXT),
            Map.entry("description", TEXT),
            Map.entry("pattern", TEXT),
            Map.entry("nullable", YES_OR_NO),
            Map.entry("uniqueItems", YES_OR_NO),
            Map.entry("exclusiveMaximum", YES_OR_NO),
            Map.entry("exclusiveMinimum", YES_OR_NO),
            Map.entry("maximum", NUMBER),
            Map.entry("minimum", NUMBER),
            Map.entry("multipleOf", NUMBER),
            Map.entry("maxLength", COUNT),
            Map.entry("minLength", COUNT),
            Map.entry("maxItems", COUNT),
            Map.entry("minItems", COUNT),
            Map.entry("maxProperties", COUNT),
            Map.entry("minProperties", COUNT),
            Map.entry("enum", LIST),
            Map.entry("required", TEXTS),
            Map.entry("allOf", SCHEMAS),
            Map.entry("anyOf", SCHEMAS),
            Map.entry("oneOf", SCHEMAS),
            Map.entry("not", SCHEMA),
            Map.entry("properties", NAMED_SCHEMAS),
            Map.entry("additionalProperties", SCHEMA_OR_BOOLEAN),
            Map.entry("items", "a schema or an array of schemas"),
            Map.entry("x-kubernetes-preserve-unknown-fields", YES_OR_NO),
            Map.entry("x-kubernetes-embedded-resource", YES_OR_NO),
            Map.entry("x-kubernetes-int-or-string", YES_OR_NO),
            Map.entry("x-kubernetes-list-type", TEXT),
            Map.entry("x-kubernetes-map-type", TEXT),
            Map.entry("x-kubernetes-list-map-keys", TEXTS),
            Map.entry("x-kubernetes-validations", "an array of objects"));

    private static final Set<String> ONE_SCHEMA = Set.of("not", "items", "additionalProperties");
    private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf");

    private KeywordTypes() {}

    static List<FieldError> check(JsonNode schema, String path) {
        var errors = new ArrayList<FieldError>();
        if (schema.isObject()) {
            checkSchema(schema, path, errors);
        } else {
            errors.add(FieldError.invalid(path, GoText.of(schema), "must be a schema"));
        }
        return errors;
    }

    private static void checkSchema(JsonNode schema, String path, List<FieldError> errors) {
        for (var entry : schema.properties()) {
            var wanted = KEYWORDS.get(entry.getKey());
            if (wanted == null || entry.getValue().isNull()) {
                continue;
            }
            var below = path + "." + entry.getKey();
            if (fits(entry.getValue(), wanted)) {
                checkBelow(entry.getKey(), entry.getValue(), below, errors);
            } else {
                errors.add(FieldError.invalid(below, GoText.of(entry.getValue()), "must be " + wanted));
            }
        }
    }

    private static void checkBelow(String keyword, JsonNode value, String path, List<FieldError> errors) {
        if (ONE_SCHEMA.contains(keyword) && value.isObject()) {
            checkSchema(value, path, errors);
        } else if (SCHEMA_LISTS.contains(keyword)) {
            for (int i = 0; i < value.size(); i++) {
                checkSchema(value.get(i), path + "[" + i + "]", errors);
            }
        } else if (keyword.equals("properties")) {
            value.properties()
                    .forEach(entry -> checkSchema(entry.getValue(), path + "[" + entry.getKey() + "]", errors));
        }
    }

    private static boolean fits(JsonNode value, String wanted) {
        return switch (wanted) {
            case TEXT -> value.isTextual();
            case YES_OR_NO -> value.isBoolean();
            case NUMBER -> value.isNumber();
            case COUNT -> value.isIntegralNumber();
            case LIST -> value.isArray();
            case TEXTS -> value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
            case SCHEMA -> value.isObject();
            case SCHEMA_OR_BOOLEAN -> value.isObject() || value.isBoolean();
            case NAMED_SCHEMAS -> value.isObject() && value.valueStream().allMatch(JsonNode::isObject);
            case SCHEMAS -> value.isArray() && value.valueStream().allMatch(JsonNode::isObject);
            default ->
                value.isObject() || (value.isArray() && value.valueStream().allMatch(JsonNode::isObject));
        };
    }
}
