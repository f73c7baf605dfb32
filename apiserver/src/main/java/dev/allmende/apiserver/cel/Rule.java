package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.GoText;
import dev.allmende.apiserver.schema.SchemaPath;
import java.util.Objects;

/**
 * One of {@code x-kubernetes-validations} (apiextensions v1 ValidationRule). Texts that are not given are empty.
 *
 * @param fieldPath as messages write it, below the value that the rule is about
 */
record Rule(
        String rule,
        String message,
        String messageExpression,
        String reason,
        String fieldPath,
        boolean optionalOldSelf,
        JsonNode source) {

    static Rule of(JsonNode source, JsonNode schema) {
        var path = Json.string(source, "fieldPath");
        return new Rule(
                Json.string(source, "rule"),
                Json.string(source, "message").strip(),
                Json.string(source, "messageExpression"),
                Json.string(source, "reason"),
                path.isEmpty() ? "" : SchemaPath.resolve(path, schema, true).text(),
                source.path("optionalOldSelf").asBoolean(),
                source);
    }

    /** The rule in errors: its message, else its text. */
    String words() {
        return message.isEmpty() ? rule.strip() : message;
    }

    String failed() {
        return message.isEmpty() ? "failed rule: " + rule.strip() : message;
    }

    /** The rule as a Kubernetes API server shows it when it does not compile. */
    String shown() {
        return "{\"Rule\":%s,\"Message\":%s,\"MessageExpression\":%s,\"Reason\":%s,\"FieldPath\":%s,\"OptionalOldSelf\":%s}"
                .formatted(
                        text("rule"),
                        text("message"),
                        text("messageExpression"),
                        reason.isEmpty() ? "null" : text("reason"),
                        text("fieldPath"),
                        Objects.requireNonNullElse(source.get("optionalOldSelf"), JsonNodeFactory.instance.nullNode()));
    }

    private String text(String field) {
        return GoText.json(JsonNodeFactory.instance.textNode(Json.string(source, field)));
    }
}
