package dev.allmende.apiserver.crd.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;

/** Paths of the scale subresource. */
final class SubresourcesCheck {

    private SubresourcesCheck() {}

    static void check(JsonNode subresources, String path, List<FieldError> errors) {
        var scale = subresources.path("scale");
        if (!scale.isObject()) {
            return;
        }
        checkPath(
                scale, "specReplicasPath", true, List.of(".spec."), "should be a json path under .spec", path, errors);
        checkPath(
                scale,
                "statusReplicasPath",
                true,
                List.of(".status."),
                "should be a json path under .status",
                path,
                errors);
        checkPath(
                scale,
                "labelSelectorPath",
                false,
                List.of(".spec.", ".status."),
                "should be a json path under either .spec or .status",
                path,
                errors);
    }

    private static void checkPath(
            JsonNode scale,
            String field,
            boolean required,
            List<String> roots,
            String elsewhere,
            String path,
            List<FieldError> errors) {
        var value = Json.string(scale, field);
        var fieldPath = path + ".scale." + field;
        if (value.isEmpty()) {
            if (required) {
                errors.add(FieldError.required(fieldPath, ""));
            }
        } else if (!value.startsWith(".")) {
            errors.add(FieldError.invalid(fieldPath, Quoted.text(value), ColumnsCheck.NO_DOT));
        } else if (roots.stream().noneMatch(value::startsWith)) {
            errors.add(FieldError.invalid(fieldPath, Quoted.text(value), elsewhere));
        }
    }
}
