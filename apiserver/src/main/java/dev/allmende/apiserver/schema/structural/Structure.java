package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.SameJson;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Map;

/**
 * The invariants of a structural schema: each value has a type, junctors only restrict values, and nobody redefines
 * metadata.
 */
final class Structure {

    /** Where a schema node stands. */
    enum Level {
        ROOT("must not be empty at the root"),
        ITEM("must not be empty for specified array items"),
        FIELD("must not be empty for specified object fields");

        private final String typeMissing;

        Level(String typeMissing) {
            this.typeMissing = typeMissing;
        }
    }

    /** The one use of types in a junctor that is allowed, beside {@code x-kubernetes-int-or-string}. */
    private static final JsonNode INT_OR_STRING = Json.parse("[{\"type\": \"integer\"}, {\"type\": \"string\"}]");

    private static final String MUST_BE_OBJECT = "must be object if x-kubernetes-embedded-resource is true";

    /** What a junctor may not say, and how it is told. */
    private static final Map<String, String> FORBIDDEN_IN_JUNCTORS = Map.ofEntries(
            Map.entry("type", "must be empty to be structural"),
            Map.entry("additionalProperties", "must be undefined to be structural"),
            Map.entry("default", "must be undefined to be structural"),
            Map.entry("title", "must be empty to be structural"),
            Map.entry("description", "must be empty to be structural"),
            Map.entry("nullable", "must be false to be structural"),
            Map.entry("x-kubernetes-preserve-unknown-fields", "must be false to be structural"),
            Map.entry("x-kubernetes-embedded-resource", "must be false to be structural"),
            Map.entry("x-kubernetes-int-or-string", "must be false to be structural"),
            Map.entry("x-kubernetes-list-map-keys", "must be empty to be structural"),
            Map.entry("x-kubernetes-list-type", "must be undefined to be structural"),
            Map.entry("x-kubernetes-map-type", "must be undefined to be structural"),
            Map.entry("x-kubernetes-validations", "must be empty to be structural"));

    private final List<FieldError> errors;

    Structure(List<FieldError> errors) {
        this.errors = errors;
    }

    void check(JsonNode schema, Level level, String path) {
        var type = schema.path("type").asText("");
        boolean embedded = is(schema, "x-kubernetes-embedded-resource");
        checkChildren(schema, type, level, path);
        checkExtensions(schema, path);
        checkJunctors(
                schema,
                SameJson.same(schema.path("anyOf"), INT_OR_STRING),
                SameJson.same(schema.path("allOf").path(0).path("anyOf"), INT_OR_STRING),
                path);
        checkType(schema, type, embedded, level, path);
        if (embedded && schema.path("additionalProperties").isObject()) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "must not be used if x-kubernetes-embedded-resource is set"));
        }
        checkMetadata(schema, embedded, level, path);
        boolean preserves = is(schema, "x-kubernetes-preserve-unknown-fields");
        if (embedded && !preserves && schema.path("properties").isEmpty()) {
            errors.add(FieldError.required(
                    path + ".properties",
                    "must not be empty if x-kubernetes-embedded-resource is true without"
                            + " x-kubernetes-preserve-unknown-fields"));
        }
    }

    private static boolean is(JsonNode schema, String keyword) {
        return schema.path(keyword).asBoolean(false);
    }

    private void checkChildren(JsonNode schema, String type, Level level, String path) {
        var items = schema.path("items");
        if (items.isObject()) {
            check(items, Level.ITEM, path + ".items");
        } else if (type.equals("array")) {
            errors.add(FieldError.required(path + ".items", "must be specified"));
        }
        schema.path("properties")
                .properties()
                .forEach(entry -> check(entry.getValue(), Level.FIELD, Paths.property(path, entry.getKey())));
        var additional = schema.get("additionalProperties");
        if (additional != null) {
            if (level == Level.ROOT) {
                errors.add(FieldError.forbidden(path + ".additionalProperties", "must not be used at the root"));
            }
            if (additional.isObject()) {
                check(additional, Level.FIELD, path + ".additionalProperties");
            }
        }
    }

    private void checkExtensions(JsonNode schema, String path) {
        if (is(schema, "x-kubernetes-int-or-string")) {
            for (var other : List.of("x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource")) {
                if (is(schema, other)) {
                    errors.add(FieldError.invalid(
                            path + "." + other, "true", "must be false if x-kubernetes-int-or-string is true"));
                }
            }
        }
    }

    private void checkType(JsonNode schema, String type, boolean embedded, Level level, String path) {
        var typePath = path + ".type";
        boolean free = is(schema, "x-kubernetes-int-or-string") || is(schema, "x-kubernetes-preserve-unknown-fields");
        if (embedded && !type.equals("object")) {
            errors.add(
                    type.isEmpty()
                            ? FieldError.required(typePath, MUST_BE_OBJECT)
                            : FieldError.invalid(typePath, Quoted.text(type), MUST_BE_OBJECT));
        } else if (type.isEmpty() && !free) {
            errors.add(FieldError.required(typePath, level.typeMissing));
        }
        if (level == Level.ROOT && !type.isEmpty() && !type.equals("object")) {
            errors.add(FieldError.invalid(typePath, Quoted.text(type), "must be object at the root"));
        }
    }

    private void checkMetadata(JsonNode schema, boolean embedded, Level level, String path) {
        var properties = schema.path("properties");
        boolean resource = level == Level.ROOT || embedded;
        for (var field : List.of("kind", "apiVersion")) {
            if (resource && properties.has(field)) {
                mustBe("string", properties.path(field), Paths.property(path, field));
            }
        }
        var metadata = properties.path("metadata");
        if (resource && metadata.isObject()) {
            var metadataPath = Paths.property(path, "metadata");
            mustBe("object", metadata, metadataPath);
            if (level == Level.ROOT && saysMoreThanNames(metadata)) {
                errors.add(
                        FieldError.forbidden(
                                metadataPath,
                                "must not specify anything other than name and generateName, but metadata is implicitly specified"));
            }
        }
    }

    private void mustBe(String wanted, JsonNode schema, String path) {
        var type = schema.path("type").asText("");
        if (!type.equals(wanted)) {
            errors.add(FieldError.invalid(path + ".type", Quoted.text(type), "must be " + wanted));
        }
    }

    private static boolean saysMoreThanNames(JsonNode metadata) {
        for (var entry : metadata.properties()) {
            boolean allowed = switch (entry.getKey()) {
                case "type", "default" -> true;
                case "properties" ->
                    entry.getValue().properties().stream()
                            .allMatch(property -> property.getKey().equals("name")
                                    || property.getKey().equals("generateName"));
                default -> false;
            };
            if (!allowed) {
                return true;
            }
        }
        return false;
    }

    private void checkJunctors(JsonNode schema, boolean skipAnyOf, boolean skipFirstAllOf, String path) {
        if (!skipAnyOf) {
            checkNested(schema, "anyOf", path);
        }
        var allOf = schema.path("allOf");
        for (int i = 0; i < allOf.size(); i++) {
            checkNested(allOf.get(i), skipFirstAllOf && i == 0, Paths.index(path, "allOf", i));
        }
        checkNested(schema, "oneOf", path);
        if (schema.path("not").isObject()) {
            checkNested(schema.path("not"), false, path + ".not");
        }
        checkPattern(schema.path("pattern").asText(""), path);
    }

    private void checkNested(JsonNode schema, String junctor, String path) {
        var alternatives = schema.path(junctor);
        for (int i = 0; i < alternatives.size(); i++) {
            checkNested(alternatives.get(i), false, Paths.index(path, junctor, i));
        }
    }

    private void checkNested(JsonNode schema, boolean skipAnyOf, String path) {
        checkJunctors(schema, skipAnyOf, false, path);
        if (schema.path("items").isObject()) {
            checkNested(schema.path("items"), false, path + ".items");
        }
        schema.path("properties")
                .properties()
                .forEach(entry -> checkNested(entry.getValue(), false, Paths.property(path, entry.getKey())));
        FORBIDDEN_IN_JUNCTORS.forEach((keyword, detail) -> {
            if (isSet(schema.path(keyword))) {
                errors.add(FieldError.forbidden(path + "." + keyword, detail));
            }
        });
        if (schema.path("properties").has("metadata")) {
            errors.add(FieldError.forbidden(
                    Paths.property(path, "metadata"), "must not be specified in a nested context"));
        }
    }

    private static boolean isSet(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case STRING -> !value.textValue().isEmpty();
            case ARRAY -> !value.isEmpty();
            default -> true;
        };
    }

    private void checkPattern(String pattern, String path) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            errors.add(FieldError.invalid(
                    path + ".pattern",
                    Quoted.text(pattern),
                    "must be a valid regular expression, but isn't: " + e.getMessage()));
        }
    }
}
