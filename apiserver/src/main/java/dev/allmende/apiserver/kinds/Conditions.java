package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The conditions in an object's status. */
final class Conditions {

    private Conditions() {}

    /** What is told of one aspect. */
    record Condition(String type, boolean status, String reason, String message) {}

    static boolean isTrue(JsonNode object, String type) {
        for (var condition : object.path("status").path("conditions")) {
            if (condition.path("type").asText("").equals(type)) {
                return condition.path("status").asText("").equals("True");
            }
        }
        return false;
    }

    /** Sets a condition; its time moves only when its status does. @return whether anything changed */
    static boolean set(ObjectNode object, Condition wanted, Instant now) {
        var status = object.withObject("/status");
        var conditions = status.get("conditions") instanceof ArrayNode there ? there : status.putArray("conditions");
        ObjectNode condition = null;
        for (var node : conditions) {
            if (node.path("type").asText("").equals(wanted.type()) && node instanceof ObjectNode found) {
                condition = found;
            }
        }
        if (condition == null) {
            condition = conditions.addObject();
        }
        var word = wanted.status() ? "True" : "False";
        boolean same = condition.path("status").asText("").equals(word)
                && condition.path("reason").asText("").equals(wanted.reason())
                && condition.path("message").asText("").equals(wanted.message());
        if (same) {
            return false;
        }
        var time = condition.path("status").asText("").equals(word)
                ? condition.path("lastTransitionTime").asText("")
                : now.truncatedTo(ChronoUnit.SECONDS).toString();
        condition
                .put("lastTransitionTime", time)
                .put("message", wanted.message())
                .put("reason", wanted.reason())
                .put("status", word)
                .put("type", wanted.type());
        return true;
    }
}
