package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.jsonpath.JsonPath;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;

/** {@code additionalPrinterColumns}. */
final class ColumnsCheck {

    static final String NO_DOT = "must be a simple json path starting with .";

    private static final List<String> TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");

    private ColumnsCheck() {}

    static void check(JsonNode columns, String path, List<FieldError> errors) {
        for (int i = 0; i < columns.size(); i++) {
            checkColumn(columns.get(i), path + "[" + i + "]", errors);
        }
    }

    private static void checkColumn(JsonNode column, String path, List<FieldError> errors) {
        if (Json.string(column, "name").isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        var type = Json.string(column, "type");
        var oneOf = "must be one of " + String.join(",", TYPES);
        if (type.isEmpty()) {
            errors.add(FieldError.required(path + ".type", oneOf));
        } else if (!TYPES.contains(type)) {
            errors.add(FieldError.invalid(path + ".type", Quoted.text(type), oneOf));
        }
        var format = Json.string(column, "format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            errors.add(FieldError.invalid(
                    path + ".format", Quoted.text(format), "must be one of " + String.join(",", FORMATS)));
        }
        checkPath(Json.string(column, "jsonPath"), path + ".JSONPath", errors);
    }

    private static void checkPath(String text, String path, List<FieldError> errors) {
        if (text.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else if (!text.startsWith(".")) {
            errors.add(FieldError.invalid(path, Quoted.text(text), NO_DOT));
        } else {
            try {
                JsonPath.parse(text);
            } catch (JsonPath.InvalidPath e) {
                errors.add(FieldError.invalid(path, Quoted.text(text), "must be a json path: " + e.getMessage()));
            }
        }
    }
}
