package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.SchemaPath;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;

/** The shape of {@code x-kubernetes-validations}; whether the rules compile is found elsewhere. */
final class RuleKeywords {

    private static final List<String> REASONS =
            List.of("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

    private final List<FieldError> errors;

    RuleKeywords(List<FieldError> errors) {
        this.errors = errors;
    }

    void check(JsonNode schema, String path) {
        var rules = schema.path("x-kubernetes-validations");
        for (int i = 0; i < rules.size(); i++) {
            checkRule(rules.get(i), schema, Paths.index(path, "x-kubernetes-validations", i));
        }
    }

    private void checkRule(JsonNode rule, JsonNode schema, String path) {
        checkTexts(rule, path);
        var expression = rule.path("messageExpression").asText("");
        if (!expression.isEmpty() && expression.isBlank()) {
            errors.add(FieldError.required(
                    path + ".messageExpression", "messageExpression must be non-empty if specified"));
        }
        var reason = rule.path("reason").asText("");
        if (rule.hasNonNull("reason") && !REASONS.contains(reason)) {
            errors.add(ListKeywords.notSupported(path + ".reason", reason, REASONS));
        }
        checkFieldPath(rule.path("fieldPath").asText(""), schema, path + ".fieldPath");
    }

    private void checkTexts(JsonNode rule, String path) {
        var text = Json.string(rule, "rule").strip();
        var message = Json.string(rule, "message");
        if (text.isEmpty()) {
            errors.add(FieldError.required(path + ".rule", "rule is not specified"));
        } else if (!message.isEmpty() && message.isBlank()) {
            errors.add(FieldError.invalid(path + ".message", Quoted.text(message), "must be non-empty if specified"));
        } else if (hasLineBreak(message.strip())) {
            errors.add(FieldError.invalid(path + ".message", Quoted.text(message), "must not contain line breaks"));
        } else if (hasLineBreak(text) && message.isEmpty()) {
            errors.add(
                    FieldError.required(path + ".message", "message must be specified if rule contains line breaks"));
        }
    }

    private void checkFieldPath(String fieldPath, JsonNode schema, String path) {
        if (fieldPath.isEmpty()) {
            return;
        }
        var quoted = Quoted.text(fieldPath);
        if (fieldPath.isBlank()) {
            errors.add(FieldError.invalid(path, quoted, "must be non-empty if specified"));
        }
        if (hasLineBreak(fieldPath)) {
            errors.add(FieldError.invalid(path, quoted, "must not contain line breaks"));
        }
        if (!SchemaPath.resolve(fieldPath, schema, true).wrong().isEmpty()) {
            errors.add(FieldError.invalid(path, quoted, "must be a valid path"));
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
