package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;
import java.util.Set;

/** Each schema node by itself: known types, nothing unsupported, and extensions that fit together. */
final class Keywords {

    static final Set<String> COMMON_FIELDS = Set.of("metadata", "kind", "apiVersion");

    private static final List<String> TYPES = List.of("array", "boolean", "integer", "number", "object", "string");
    private static final List<String> UNSUPPORTED =
            List.of("id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref");

    /**
     * What holds for a node because of where it is.
     *
     * @param noDefaults why it may not have a default; empty when it may
     * @param metadata whether it belongs to the metadata of a resource
     */
    private record Place(String noDefaults, boolean metadata) {}

    private final List<FieldError> errors;

    private Keywords(List<FieldError> errors) {
        this.errors = errors;
    }

    /** Whether a node has a keyword that makes it impossible to ask for its structure. */
    static boolean isUnsupported(JsonNode schema) {
        var preserve = schema.path("x-kubernetes-preserve-unknown-fields");
        return schema.path("items").isArray()
                || (preserve.isBoolean() && !preserve.booleanValue())
                || UNSUPPORTED.stream().anyMatch(schema::has);
    }

    static void check(JsonNode schema, String path, List<FieldError> errors) {
        new Keywords(errors).check(schema, path, new Place("", false), true);
    }

    private void check(JsonNode schema, String path, Place place, boolean root) {
        checkSupported(schema, path, place);
        checkAdditional(schema, path, place);
        schema.path("properties").properties().forEach(entry -> {
            boolean common =
                    (root || schema.path("x-kubernetes-embedded-resource").asBoolean())
                            && COMMON_FIELDS.contains(entry.getKey());
            var below = !common ? place : new Place(root ? "in top-level " + entry.getKey() : place.noDefaults, true);
            check(entry.getValue(), Paths.property(path, entry.getKey()), below, false);
        });
        if (schema.path("not").isObject()) {
            check(schema.path("not"), path + ".not", place, false);
        }
        for (var junctor : List.of("allOf", "oneOf", "anyOf")) {
            var alternatives = schema.path(junctor);
            for (int i = 0; i < alternatives.size(); i++) {
                check(alternatives.get(i), Paths.index(path, junctor, i), place, false);
            }
        }
        if (schema.path("items").isObject()) {
            check(schema.path("items"), path + ".items", place, false);
        }
        checkExtensions(schema, path);
    }

    private void checkSupported(JsonNode schema, String path, Place place) {
        var type = schema.path("type").asText("");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            errors.add(ListKeywords.notSupported(path + ".type", type, TYPES));
        }
        if (schema.has("default") && !place.noDefaults.isEmpty()) {
            errors.add(FieldError.forbidden(path + ".default", "must not be set " + place.noDefaults));
        }
        for (var keyword : UNSUPPORTED) {
            if (schema.has(keyword)) {
                errors.add(FieldError.forbidden(path + "." + keyword, keyword + " is not supported"));
            }
        }
        if (type.equals("null")) {
            errors.add(
                    FieldError.forbidden(path + ".type", "type cannot be set to null, use nullable as an alternative"));
        }
        if (schema.path("items").isArray()) {
            errors.add(FieldError.forbidden(path + ".items", "items must be a schema object and not an array"));
        }
        if (place.metadata && schema.path("x-kubernetes-embedded-resource").asBoolean()) {
            errors.add(FieldError.forbidden(
                    path + ".x-kubernetes-embedded-resource", "must not be used inside of resource meta"));
        }
        if (schema.path("uniqueItems").asBoolean()) {
            errors.add(FieldError.forbidden(
                    path + ".uniqueItems",
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
        var preserve = schema.path("x-kubernetes-preserve-unknown-fields");
        if (preserve.isBoolean() && !preserve.booleanValue()) {
            errors.add(FieldError.invalid(
                    path + ".x-kubernetes-preserve-unknown-fields", "false", "must be true or undefined"));
        }
    }

    private void checkAdditional(JsonNode schema, String path, Place place) {
        var additional = schema.path("additionalProperties");
        if (additional.isMissingNode() || additional.isNull()) {
            return;
        }
        boolean more = additional.isObject() || !additional.booleanValue();
        if (more && !schema.path("properties").isEmpty()) {
            errors.add(FieldError.forbidden(
                    path + ".additionalProperties", "additionalProperties and properties are mutual exclusive"));
        }
        if (additional.isObject()) {
            var below = !place.metadata
                    ? place
                    : new Place("inside additionalProperties applying to object metadata", true);
            check(additional, path + ".additionalProperties", below, false);
        }
    }

    private void checkExtensions(JsonNode schema, String path) {
        var mapType = schema.path("x-kubernetes-map-type").asText("");
        if (!mapType.isEmpty()) {
            ListKeywords.mustBe("object", "x-kubernetes-map-type", schema, path, errors);
            if (!mapType.equals("atomic") && !mapType.equals("granular")) {
                errors.add(ListKeywords.notSupported(
                        path + ".x-kubernetes-map-type", mapType, List.of("atomic", "granular")));
            }
        }
        new ListKeywords(errors).check(schema, path);
        new RuleKeywords(errors).check(schema, path);
    }
}
