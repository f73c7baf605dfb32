package dev.allmende.apiserver.selector;

import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One condition on labels.
 *
 * @param values one for {@link Operator#EQUALS} and the like, none for {@link Operator#EXISTS}
 */
public record Requirement(String key, Operator operator, List<String> values) {

    /** How a label's value relates to the values of the requirement. */
    public enum Operator {
        EQUALS,
        NOT_EQUALS,
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST,
        GREATER,
        LESS
    }

    public Requirement {
        values = List.copyOf(values);
    }

    public boolean matches(Map<String, String> labels) {
        var value = labels.get(key);
        return switch (operator) {
            case EQUALS -> value != null && value.equals(values.getFirst());
            case NOT_EQUALS -> value == null || !value.equals(values.getFirst());
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER -> value != null && compare(value) > 0;
            case LESS -> value != null && compare(value) < 0;
        };
    }

    private int compare(String value) {
        var has = number(value);
        var wanted = number(values.getFirst());
        return has == null || wanted == null ? 0 : has.compareTo(wanted);
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What is wrong with it; the key has been looked at before. */
    List<String> valueErrors() {
        List<String> errors = new ArrayList<>();
        boolean set = operator == Operator.IN || operator == Operator.NOT_IN;
        if (set && values.isEmpty()) {
            errors.add("values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty");
        }
        if ((operator == Operator.EXISTS || operator == Operator.DOES_NOT_EXIST) && !values.isEmpty()) {
            errors.add("values: Invalid value: %s: values set must be empty for exists and does not exist"
                    .formatted(Json.text(Json.MAPPER.valueToTree(values))));
        }
        for (int at = 0; at < values.size(); at++) {
            var value = values.get(at);
            var shown = Json.text(Json.MAPPER.getNodeFactory().textNode(value));
            if ((operator == Operator.GREATER || operator == Operator.LESS) && number(value) == null) {
                errors.add("values[%d]: Invalid value: %s: for 'Gt', 'Lt' operators, the value must be an integer"
                        .formatted(at, shown));
            }
            var wrong = LabelSyntax.valueErrors(value);
            if (!wrong.isEmpty()) {
                errors.add("values[%d][%s]: Invalid value: %s: %s".formatted(at, key, shown, String.join("; ", wrong)));
            }
        }
        return errors;
    }
}
