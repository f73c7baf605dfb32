package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** {@code x-kubernetes-list-type} and {@code x-kubernetes-list-map-keys} fit the array and its items. */
final class ListKeywords {

    private static final String TYPE = "x-kubernetes-list-type";
    private static final String KEYS = "x-kubernetes-list-map-keys";

    private final List<FieldError> errors;

    ListKeywords(List<FieldError> errors) {
        this.errors = errors;
    }

    void check(JsonNode schema, String path) {
        var listType = schema.path(TYPE).asText("");
        var keys = schema.path(KEYS);
        if (!listType.isEmpty()) {
            mustBe("array", TYPE, schema, path, errors);
            if (listType.equals("set") && schema.path("type").asText("").equals("array")) {
                checkSetItems(schema.path("items"), path);
            }
            if (!List.of("atomic", "set", "map").contains(listType)) {
                errors.add(notSupported(path + "." + TYPE, listType, List.of("atomic", "set", "map")));
            }
        }
        if (!keys.isEmpty() && !listType.equals("map")) {
            var detail = "must be map if x-kubernetes-list-map-keys is non-empty";
            errors.add(
                    listType.isEmpty()
                            ? FieldError.required(path + "." + TYPE, detail)
                            : FieldError.invalid(path + "." + TYPE, Quoted.text(listType), detail));
        }
        if (listType.equals("map")) {
            checkMap(schema, keys, path);
        }
        if (listType.equals("map") || listType.equals("set")) {
            checkItems(schema.path("items"), listType, keys, path + ".items");
        }
    }

    private void checkSetItems(JsonNode items, String path) {
        var type = items.path("type").asText("");
        var listType = items.path(TYPE).asText("atomic");
        if (type.equals("array") && !listType.equals("atomic")) {
            errors.add(FieldError.invalid(
                    path + ".items." + TYPE,
                    Quoted.text(listType),
                    "must be atomic as item of a list with x-kubernetes-list-type=set"));
        }
        var mapType = items.path("x-kubernetes-map-type");
        if (type.equals("object") && !mapType.asText("").equals("atomic")) {
            errors.add(FieldError.invalid(
                    path + ".items.x-kubernetes-map-type",
                    "null",
                    "must be atomic as item of a list with x-kubernetes-list-type=set"));
        }
    }

    private void checkMap(JsonNode schema, JsonNode keys, String path) {
        var items = schema.path("items");
        if (keys.isEmpty()) {
            errors.add(FieldError.required(path + "." + KEYS, "must not be empty if x-kubernetes-list-type is map"));
        }
        if (items.isMissingNode()) {
            errors.add(FieldError.required(path + ".items", "must have a schema if x-kubernetes-list-type is map"));
        } else if (!items.path("type").asText("").equals("object")) {
            errors.add(FieldError.invalid(
                    path + ".items.type",
                    Quoted.text(items.path("type").asText("")),
                    "must be object if parent array's x-kubernetes-list-type is map"));
        } else {
            checkKeys(items, keys, path);
        }
    }

    private void checkKeys(JsonNode items, JsonNode keys, String path) {
        var seen = new HashSet<String>();
        for (var key : keys) {
            var property = items.path("properties").path(key.asText());
            var type = property.path("type").asText("");
            if (property.isMissingNode()) {
                errors.add(FieldError.invalid(
                        path + "." + KEYS, GoText.json(keys), "entries must all be names of item properties"));
            } else if (type.equals("array") || type.equals("object")) {
                errors.add(FieldError.invalid(
                        Paths.property(path + ".items", key.asText()) + ".type",
                        Quoted.text(items.path("type").asText("")),
                        "must be a scalar type if parent array's x-kubernetes-list-type is map"));
            }
            if (!seen.add(key.asText())) {
                errors.add(
                        FieldError.invalid(path + "." + KEYS, GoText.json(keys), "must not contain duplicate entries"));
            }
        }
    }

    private void checkItems(JsonNode items, String listType, JsonNode keys, String path) {
        if (items.path("nullable").asBoolean()) {
            errors.add(FieldError.forbidden(
                    path + ".nullable", "cannot be nullable when x-kubernetes-list-type is " + listType));
        }
        if (!listType.equals("map")) {
            return;
        }
        var required =
                items.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        for (var key : keys) {
            var property = items.path("properties").path(key.asText());
            var propertyPath = Paths.property(path, key.asText());
            if (property.isMissingNode()) {
                continue;
            }
            if (!required.contains(key.asText()) && !property.has("default")) {
                errors.add(FieldError.required(
                        propertyPath + ".default",
                        "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required"
                                + " property"));
            }
            if (property.path("nullable").asBoolean()) {
                errors.add(FieldError.forbidden(
                        propertyPath + ".nullable",
                        "this property is in x-kubernetes-list-map-keys, so it cannot be nullable"));
            }
        }
    }

    static void mustBe(String wanted, String because, JsonNode schema, String path, List<FieldError> errors) {
        var type = schema.path("type").asText("");
        if (!type.equals(wanted)) {
            var detail = "must be %s if %s is specified".formatted(wanted, because);
            errors.add(
                    type.isEmpty()
                            ? FieldError.required(path + ".type", detail)
                            : FieldError.invalid(path + ".type", Quoted.text(type), detail));
        }
    }

    static FieldError notSupported(String path, String value, List<String> supported) {
        var words = supported.stream().map(Quoted::text).collect(Collectors.joining(", ", "supported values: ", ""));
        return new FieldError(Kind.NOT_SUPPORTED, path, Quoted.text(value), words);
    }
}
