package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.PathElements.BadFields;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;

/**
 * Field sets as they stand in {@code metadata.managedFields[].fieldsV1} (Kubernetes meta/v1 FieldsV1): nested objects
 * under path elements; {@code .} says that a field with others below it is itself in the set.
 */
final class FieldsV1 {

    private static final String SELF = ".";
    private static final int MOST_LEVELS = 180;

    private FieldsV1() {}

    /** @throws BadFields when it is no field set */
    static FieldSet read(JsonNode fields) {
        if (fields.isNull() || fields.isMissingNode()) {
            return FieldSet.EMPTY;
        }
        if (!fields.isObject()) {
            throw new BadFields("expected an object: " + fields);
        }
        var builder = new FieldSetBuilder(fields.size());
        for (var field : fields.properties()) {
            if (!field.getKey().equals(SELF)) {
                PathElements.read(field.getKey()).ifPresent(at -> add(builder, at, field.getValue()));
            }
        }
        return builder.build();
    }

    private static void add(FieldSetBuilder builder, PathElement at, JsonNode fields) {
        var below = read(fields);
        builder.add(at, below.isEmpty() || fields.has(SELF), below);
    }

    /** @throws StatusException 400 when it is nested so deeply that it could not be read again */
    static ObjectNode write(FieldSet set) {
        return write(set, Json.object(), 0);
    }

    private static ObjectNode write(FieldSet set, ObjectNode json, int depth) {
        if (depth > MOST_LEVELS) {
            throw StatusException.badRequest("the object is nested more than %d levels deep".formatted(MOST_LEVELS));
        }
        for (var entry : set.entries) {
            var child = Json.object();
            json.set(entry.at().wire(), child);
            if (entry.below() != null) {
                if (entry.member()) {
                    child.set(SELF, Json.object());
                }
                write(entry.below(), child, depth + 1);
            }
        }
        return json;
    }
}
