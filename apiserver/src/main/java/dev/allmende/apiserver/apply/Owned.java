package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one writer owns.
 *
 * @param time RFC 3339; null when none is known
 * @param json the set as it was read; null when it has changed since
 */
record Owned(
        FieldSet set,
        String apiVersion,
        @Nullable String time,
        @Nullable JsonNode json) {

    @SuppressWarnings("ReferenceEquality") // a set that stays the same is the same one
    Owned with(FieldSet other) {
        return other == set ? this : new Owned(other, apiVersion, time, null);
    }

    /** The same in another version, written at another time. */
    Owned at(String newVersion, String newTime) {
        return new Owned(set, newVersion, newTime, json);
    }

    ObjectNode toJson(Writer writer) {
        var entry = Json.object();
        entry.put("manager", writer.name());
        entry.put("operation", writer.operation());
        entry.put("apiVersion", apiVersion);
        if (time != null) {
            entry.put("time", time);
        }
        entry.put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", json == null ? FieldsV1.write(set) : json);
        if (!writer.subresource().isEmpty()) {
            entry.put("subresource", writer.subresource());
        }
        return entry;
    }
}
