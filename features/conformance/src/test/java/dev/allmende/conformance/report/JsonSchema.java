package dev.allmende.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** As much of JSON Schema as our schemas use; a keyword that is not known here is an error of the schema. */
final class JsonSchema {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "title",
            "description",
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "pattern");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    static List<String> problems(JsonNode schema, JsonNode value) {
        var check = new JsonSchema(schema);
        check.check(schema, value, "$");
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KEYWORDS.contains(keyword)) {
                throw new IllegalArgumentException("schema uses " + keyword + " at " + at);
            }
        });
        if (schema.has("$ref")) {
            check(root.at(schema.get("$ref").asText().substring(1)), value, at);
        }
        if (schema.has("type") && !types(schema).contains(type(value))) {
            problems.add(at + " is " + type(value) + ", not " + types(schema));
            return;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            problems.add(at + " is " + value);
        }
        if (schema.has("enum") && !values(schema.get("enum")).contains(value)) {
            problems.add(at + " is " + value + ", not one of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asText())
                        .matcher(value.asText())
                        .find()) {
            problems.add(at + " does not match: " + value);
        }
        if (value.isObject()) {
            object(schema, value, at);
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), at + "[" + i + "]");
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String at) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(at + " has no " + name);
            }
        });
        value.properties().forEach(entry -> {
            var property = schema.path("properties").path(entry.getKey());
            if (!property.isMissingNode()) {
                check(property, entry.getValue(), at + "." + entry.getKey());
            } else if (schema.has("additionalProperties")) {
                problems.add(at + " has an unknown field " + entry.getKey());
            }
        });
    }

    private static Set<String> types(JsonNode schema) {
        var types = new TreeSet<String>();
        var type = schema.get("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private static List<JsonNode> values(JsonNode array) {
        var values = new ArrayList<JsonNode>();
        array.forEach(values::add);
        return values;
    }
}
