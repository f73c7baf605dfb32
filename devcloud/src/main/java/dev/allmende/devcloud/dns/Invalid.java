package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Map;

/** What Designate says of an object that its schema does not let through. */
record Invalid(List<Object> path, String message, String validator, JsonNode value) {
    static final String TYPE = "invalid_object";
    private static final String NOTE = "schema\n";

    static Refused required(String field) {
        JsonNode name = Json.object().textNode(field);
        return new Invalid(List.of(field), "'" + field + "' is a required property", "required", name).refused();
    }

    static void keys(ObjectNode wanted, List<String> known, String kind) {
        List<String> unknown = wanted.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .map(key -> "'" + key + "'")
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(
                    400,
                    TYPE,
                    "Provided object does not match schema. Keys [" + String.join(", ", unknown)
                            + "] are not valid for " + kind);
        }
    }

    Refused refused() {
        ObjectNode error = Json.object();
        ArrayNode where = error.putArray("path");
        for (Object each : path) {
            if (each instanceof Integer index) {
                where.add(index);
            } else {
                where.add(each.toString());
            }
        }
        error.put("message", message).put("validator", validator).set("validator_value", value);
        return new Refused(400, TYPE, NOTE + Json.object().set("errors", Json.array(List.of(error))));
    }

    /** The object under {@code errors}, if the refusal is one of the schema's. */
    static void into(ObjectNode body, Refused refusal) {
        if (!refusal.text().startsWith(NOTE)) {
            body.put("message", refusal.text());
            return;
        }
        try {
            body.set("errors", Json.MAPPER.readTree(refusal.text().substring(NOTE.length())));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("our own JSON is broken", e);
        }
    }
}
