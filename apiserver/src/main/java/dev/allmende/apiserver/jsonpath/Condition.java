package dev.allmende.apiserver.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of an item.
 *
 * @param right null when the filter only asks whether the left side is there
 */
record Condition(Operand left, Operator operator, @Nullable Operand right) {

    /** How two sides are compared. */
    enum Operator {
        EXISTS(""),
        EQUAL("=="),
        UNEQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        MORE(">");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }

    /** A side of a comparison. */
    sealed interface Operand {
        List<JsonNode> values(JsonNode item);

        /** {@code @.type}. */
        record Of(JsonPath path) implements Operand {
            @Override
            public List<JsonNode> values(JsonNode item) {
                return path.find(item);
            }
        }

        /** {@code "Ready"}, {@code 3}, {@code true}. */
        record Literal(JsonNode value) implements Operand {
            @Override
            public List<JsonNode> values(JsonNode item) {
                return List.of(value);
            }
        }
    }

    boolean holds(JsonNode item) {
        var leftValues = left.values(item);
        if (right == null) {
            return !leftValues.isEmpty();
        }
        var rightValues = right.values(item);
        return leftValues.size() == 1
                && rightValues.size() == 1
                && compare(leftValues.getFirst(), rightValues.getFirst());
    }

    private boolean compare(JsonNode a, JsonNode b) {
        int order;
        if (a.isNumber() && b.isNumber()) {
            order = a.decimalValue().compareTo(b.decimalValue());
        } else if (a.isTextual() && b.isTextual()) {
            order = a.textValue().compareTo(b.textValue());
        } else {
            return operator == Operator.EQUAL ? a.equals(b) : operator == Operator.UNEQUAL && !a.equals(b);
        }
        return switch (operator) {
            case EXISTS -> true;
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case MORE -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
