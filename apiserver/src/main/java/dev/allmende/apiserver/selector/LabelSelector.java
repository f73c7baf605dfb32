package dev.allmende.apiserver.selector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.selector.Requirement.Operator;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conditions on labels that must all hold. */
public record LabelSelector(List<Requirement> requirements) {

    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /**
     * Reads a {@code labelSelector} parameter: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1}.
     *
     * @throws StatusException 400, worded as apimachinery labels.Parse does
     */
    public static LabelSelector parse(String text) {
        return text.isEmpty() ? EVERYTHING : new LabelSelector(new LabelSelectorParser(text).parse());
    }

    /**
     * Reads a meta/v1 LabelSelector object. One without conditions selects everything.
     *
     * @throws StatusException 400 when a condition is malformed
     */
    public static LabelSelector fromJson(JsonNode selector) {
        List<Requirement> requirements = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> requirements.add(checked(new Requirement(
                        label.getKey(),
                        Operator.EQUALS,
                        List.of(label.getValue().asText())))));
        for (var expression : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            requirements.add(checked(new Requirement(
                    expression.path("key").asText(),
                    operator(expression.path("operator").asText()),
                    values)));
        }
        return new LabelSelector(requirements);
    }

    private static Operator operator(String word) {
        return switch (word) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default ->
                throw StatusException.badRequest("\"%s\" is not a valid label selector operator".formatted(word));
        };
    }

    private static Requirement checked(Requirement requirement) {
        var errors = new ArrayList<>(LabelSyntax.keyErrors(requirement.key()));
        errors.replaceAll(error -> "key: Invalid value: \"%s\": %s".formatted(requirement.key(), error));
        errors.addAll(requirement.valueErrors());
        if (!errors.isEmpty()) {
            throw StatusException.badRequest(String.join(", ", errors));
        }
        return requirement;
    }

    public boolean isEverything() {
        return requirements.isEmpty();
    }

    public boolean matches(Map<String, String> labels) {
        for (int at = 0; at < requirements.size(); at++) {
            if (!requirements.get(at).matches(labels)) {
                return false;
            }
        }
        return true;
    }
}
