package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError.Kind;

/**
 * {@code type}, {@code nullable} and {@code x-kubernetes-int-or-string}.
 *
 * @param accepted a bit for each accepted type; 0 accepts all
 * @param words as messages name it
 */
record TypeRule(int accepted, boolean nullable, String words) {

    private static final int OBJECT = 1;
    private static final int ARRAY = 2;
    private static final int STRING = 4;
    private static final int INTEGER = 8;
    private static final int NUMBER = 16;
    private static final int BOOLEAN = 32;

    /** Whole numbers beyond this lose digits as float64 and are no integers (go-openapi/swag). */
    private static final double LARGEST_EXACT = 9007199254740991d;

    static TypeRule of(JsonNode schema) {
        var nullable = schema.path("nullable").asBoolean();
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return new TypeRule(INTEGER | STRING, nullable, "integer,string");
        }
        var word = schema.path("type").asText("");
        return new TypeRule(bit(word), nullable, word);
    }

    private static int bit(String word) {
        return switch (word) {
            case "object" -> OBJECT;
            case "array" -> ARRAY;
            case "string" -> STRING;
            case "integer" -> INTEGER;
            case "number" -> NUMBER | INTEGER;
            case "boolean" -> BOOLEAN;
            default -> 0;
        };
    }

    void check(JsonNode value, Walk walk) {
        if (accepted == 0 || (accepted & bit(value)) != 0 || (nullable && value.isNull())) {
            walk.agreed += accepted == 0 ? 0 : 2;
            return;
        }
        var is = Quoted.text(word(value));
        walk.faultInBody(Kind.TYPE_INVALID, is, "must be of type " + words + ": " + is);
    }

    private static int bit(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING -> STRING;
            case BOOLEAN -> BOOLEAN;
            case NUMBER -> isWhole(value) ? INTEGER : NUMBER;
            default -> 0;
        };
    }

    private static boolean isWhole(JsonNode value) {
        if (value.isInt() || value.isLong()) {
            return true;
        }
        double number = value.doubleValue();
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    }

    private static String word(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isInt() || value.isLong() ? "integer" : "number";
            default -> "null";
        };
    }
}
