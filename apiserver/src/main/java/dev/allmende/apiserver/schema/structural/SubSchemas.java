package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/** All schemas within a schema. */
final class SubSchemas {

    private SubSchemas() {}

    /** Whether a condition holds for the schema or for any below it, junctors included. */
    static boolean any(JsonNode schema, Predicate<JsonNode> condition) {
        if (!schema.isObject()) {
            return false;
        }
        if (condition.test(schema)) {
            return true;
        }
        for (var one : List.of("items", "additionalProperties", "not")) {
            if (any(schema.path(one), condition)) {
                return true;
            }
        }
        for (var many : List.of("properties", "allOf", "anyOf", "oneOf")) {
            for (var below : schema.path(many)) {
                if (any(below, condition)) {
                    return true;
                }
            }
        }
        return false;
    }
}
