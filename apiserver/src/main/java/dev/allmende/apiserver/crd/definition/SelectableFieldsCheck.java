package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.SchemaPath;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.FieldError.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code selectableFields}: scalar fields that field selectors may use. */
final class SelectableFieldsCheck {

    private static final int MOST = 8;
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer");

    private SelectableFieldsCheck() {}

    static void check(JsonNode version, String path, List<FieldError> errors) {
        var fields = version.path("selectableFields");
        var schema = Json.at(version, "schema", "openAPIV3Schema");
        var seen = new HashSet<String>();
        for (int i = 0; i < fields.size(); i++) {
            var jsonPath = Json.string(fields.get(i), "jsonPath");
            var fieldPath = path + "[" + i + "].jsonPath";
            if (jsonPath.isEmpty()) {
                errors.add(FieldError.required(fieldPath, ""));
            } else if (checkField(jsonPath, schema, fieldPath, errors) && !seen.add(jsonPath)) {
                errors.add(new FieldError(Kind.DUPLICATE, fieldPath, Quoted.text(jsonPath), ""));
            }
        }
        if (seen.size() > MOST) {
            errors.add(new FieldError(
                    Kind.TOO_MANY, path, Integer.toString(seen.size()), "must have at most " + MOST + " items"));
        }
    }

    /** @return whether the path leads to a field at all */
    private static boolean checkField(String jsonPath, JsonNode schema, String path, List<FieldError> errors) {
        var found = SchemaPath.resolve(jsonPath, schema, false);
        if (!found.wrong().isEmpty()) {
            errors.add(FieldError.invalid(path, Quoted.text(jsonPath), "is an invalid path: " + found.wrong()));
            return false;
        }
        if (jsonPath.startsWith(".metadata.") || jsonPath.equals(".metadata")) {
            errors.add(FieldError.invalid(path, Quoted.text(jsonPath), "must not point to fields in metadata"));
        }
        if (!TYPES.contains(found.schema().path("type").asText(""))) {
            errors.add(FieldError.invalid(
                    path,
                    Quoted.text(jsonPath),
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with formats"
                            + " are allowed."));
        }
        return true;
    }
}
