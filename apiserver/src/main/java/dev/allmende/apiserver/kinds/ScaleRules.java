package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.ServedKind.ScaleSubresource;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What the fields behind a scale must be whatever the schema says (apiextensions customresource/validator.go). */
final class ScaleRules {

    private ScaleRules() {}

    static List<FieldError> check(ScaleSubresource scale, JsonNode object) {
        List<FieldError> errors = new ArrayList<>();
        checkReplicas(scale.specReplicasPath(), object, errors);
        checkReplicas(scale.statusReplicasPath(), object, errors);
        return errors;
    }

    private static void checkReplicas(String path, JsonNode object, List<FieldError> errors) {
        var replicas = Json.at(object, path.substring(1).split("\\.", -1));
        if (replicas.isTextual()) {
            errors.add(FieldError.invalid(
                    path,
                    "0",
                    "%s accessor error: %s is of the type string, expected int64"
                            .formatted(path, replicas.textValue())));
        } else if (replicas.isIntegralNumber() && replicas.longValue() < 0) {
            errors.add(FieldError.invalid(path, replicas.asText(), "should be a non-negative integer"));
        } else if (replicas.isIntegralNumber() && replicas.longValue() > Integer.MAX_VALUE) {
            errors.add(FieldError.invalid(
                    path, replicas.asText(), "should be less than or equal to " + Integer.MAX_VALUE));
        }
    }
}
