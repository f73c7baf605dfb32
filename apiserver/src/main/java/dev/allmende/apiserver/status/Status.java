package dev.allmende.apiserver.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A failure as clients read it (Kubernetes meta/v1 Status).
 *
 * @param code HTTP status
 * @param details about what it is
 * @param continuation token to go on with a list whose view is gone; else empty
 */
public record Status(int code, Reason reason, String message, Details details, String continuation) {

    public Status(int code, Reason reason, String message, Details details) {
        this(code, reason, message, details, "");
    }

    /**
     * @param name of the object, or empty
     * @param group of the resource, or empty
     * @param kind resource (plural) or kind, or empty
     * @param retryAfterSeconds 0 when nothing is said
     */
    public record Details(
            String name, String group, String kind, String uid, List<Cause> causes, int retryAfterSeconds) {
        public static final Details NONE = new Details("", "", "", "", List.of(), 0);

        public Details {
            causes = List.copyOf(causes);
        }
    }

    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "Status").put("apiVersion", "v1");
        putUnlessEmpty(json.putObject("metadata"), "continue", continuation);
        json.put("status", "Failure").put("message", message).put("reason", reason.word());
        if (!details.equals(Details.NONE) || reason.hasDetails()) {
            writeDetails(json.putObject("details"));
        }
        return json.put("code", code);
    }

    private void writeDetails(ObjectNode json) {
        putUnlessEmpty(json, "name", details.name());
        putUnlessEmpty(json, "group", details.group());
        putUnlessEmpty(json, "kind", details.kind());
        putUnlessEmpty(json, "uid", details.uid());
        if (!details.causes().isEmpty()) {
            var causes = json.putArray("causes");
            for (var cause : details.causes()) {
                var node = causes.addObject();
                putUnlessEmpty(node, "reason", cause.reason());
                putUnlessEmpty(node, "message", cause.message());
                putUnlessEmpty(node, "field", cause.field());
            }
        }
        if (details.retryAfterSeconds() > 0) {
            json.put("retryAfterSeconds", details.retryAfterSeconds());
        }
    }

    private static void putUnlessEmpty(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
