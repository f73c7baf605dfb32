package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Whether a schema's default values fit the schema themselves (apiextensions-apiserver, schema/defaulting). */
public final class DefaultValues {

    private DefaultValues() {}

    /**
     * @param path of the default, for messages
     * @return unknown fields inside, malformed embedded resources, and what its own checks say
     */
    public static List<FieldError> check(JsonNode value, Schema schema, String path) {
        var faults = new ArrayList<FieldError>();
        if (!SameJson.same(Pruning.pruned(value, schema), value)) {
            faults.add(FieldError.invalid(path, GoText.of(value), "must not have unknown fields"));
        }
        if (value instanceof ObjectNode object) {
            var malformed = new EmbeddedResources(schema).malformed(object);
            if (malformed.isPresent()) {
                faults.add(below(path, malformed.get()));
                return faults;
            }
        }
        var walk = new Walk();
        ValueRules.compile(schema.source()).check(value, null, walk);
        walk.faults().forEach(fault -> faults.add(below(path, fault)));
        return faults;
    }

    private static FieldError below(String path, FieldError fault) {
        var root = fault.path().equals(Walk.ROOT);
        return new FieldError(fault.kind(), root ? path : path + "." + fault.path(), fault.value(), fault.detail());
    }
}
