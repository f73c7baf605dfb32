package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes shapes of schemas (OpenAPI 3.0 as Kubernetes publishes it, with its {@code x-kubernetes-} extensions).
 *
 * @param schemas those of the document, by name
 */
record SchemaReader(JsonNode schemas, References references) {

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 9;

    /** A rule that two texts are the same, before and after; of the field itself, or of a field of the object. */
    private static final Pattern UNCHANGED = Pattern.compile(
            "self(?:\\.(\\w+))? == oldSelf(?:\\.\\1)?"
                    + "|has\\(self\\.(\\w+)\\) == has\\(oldSelf\\.\\2\\) && \\(!has\\(self\\.\\2\\) \\|\\| self\\.\\2 == oldSelf\\.\\2\\)");

    Shape shape(String name, JsonNode schema, int depth) {
        var plain = resolved(schema);
        if (depth > DEEPEST) {
            return new Shape.Yaml();
        }
        if (plain.path("x-kubernetes-int-or-string").asBoolean() || isIntOrString(plain)) {
            return new Shape.Text("", 0, true);
        }
        if (!plain.path("enum").isEmpty()) {
            List<JsonNode> values = new ArrayList<>();
            plain.path("enum").forEach(values::add);
            return new Shape.Choice(values);
        }
        return switch (Json.string(plain, "type")) {
            case "string" -> text(name, plain);
            case "boolean" -> new Shape.Flag();
            case "integer" -> new Shape.Amount(true, limit(plain, "minimum"), limit(plain, "maximum"));
            case "number" -> new Shape.Amount(false, limit(plain, "minimum"), limit(plain, "maximum"));
            case "array" -> list(name, plain, depth);
            case "object" -> object(name, plain, depth);
            default -> new Shape.Yaml();
        };
    }

    /** A reference, and the one that is wrapped so that it may have a description of its own. */
    private JsonNode resolved(JsonNode schema) {
        var reference =
                Json.string(schema.has("$ref") ? schema : schema.path("allOf").path(0), "$ref");
        return reference.startsWith(REFERENCE) ? schemas.path(reference.substring(REFERENCE.length())) : schema;
    }

    private static boolean isIntOrString(JsonNode schema) {
        return Json.string(schema, "format").equals("int-or-string");
    }

    private Shape text(String name, JsonNode schema) {
        return References.isReference(name)
                ? new Shape.Named(references.target(name), true)
                : new Shape.Text(
                        Json.string(schema, "format"), schema.path("maxLength").asInt(), false);
    }

    private static String limit(JsonNode schema, String name) {
        return schema.path(name).asText("");
    }

    private Shape list(String name, JsonNode schema, int depth) {
        var item = shape(name, schema.path("items"), depth + 1);
        return item.isSimple() ? new Shape.Lines(item) : new Shape.Rows(item);
    }

    private Shape object(String name, JsonNode schema, int depth) {
        if (schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || schema.path("x-kubernetes-embedded-resource").asBoolean()) {
            return new Shape.Yaml();
        }
        var properties = schema.path("properties");
        if (References.isReference(name) && isNameOnly(properties)) {
            return new Shape.Named(references.target(name), false);
        }
        if (!properties.isEmpty()) {
            return new Shape.Fields(properties(schema, depth));
        }
        return schema.path("additionalProperties").isObject()
                ? new Shape.Pairs(shape("", schema.path("additionalProperties"), depth + 1))
                : new Shape.Yaml();
    }

    private static boolean isNameOnly(JsonNode properties) {
        return properties.size() == 1 && properties.has("name");
    }

    /** Those that must be given come first. */
    List<Property> properties(JsonNode schema, int depth) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var fixed = fixed(schema);
        List<Property> properties = new ArrayList<>();
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            var own = property.getValue();
            properties.add(new Property(
                    name,
                    shape(name, own, depth + 1),
                    described(own),
                    required.contains(name),
                    preset(own),
                    fixed.contains(name) || fixed(resolved(own)).contains("")));
        }
        properties.sort(Comparator.comparing(property -> !property.isRequired()));
        return properties;
    }

    private String described(JsonNode schema) {
        var own = Json.string(schema, "description");
        return own.isEmpty() ? Json.string(resolved(schema), "description") : own;
    }

    private static String preset(JsonNode schema) {
        var preset = schema.path("default");
        return preset.isValueNode() ? preset.asText() : "";
    }

    /** Which fields of the object its rules hold to what they were; empty text for the object itself. */
    private static Set<String> fixed(JsonNode schema) {
        Set<String> names = new HashSet<>();
        for (var rule : schema.path("x-kubernetes-validations")) {
            var found = UNCHANGED.matcher(Json.string(rule, "rule").strip());
            if (found.matches()) {
                var own = found.group(1) == null ? found.group(2) : found.group(1);
                names.add(own == null ? "" : own);
            }
        }
        return names;
    }
}
