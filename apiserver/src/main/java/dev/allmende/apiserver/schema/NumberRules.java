package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.status.FieldError.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks of numbers. Integers are compared as int64 with the whole part of a bound, other numbers as float64: both as
 * kube-openapi does. {@code format} int32, int64, float and double are no check there and here.
 */
record NumberRules(
        @Nullable Double maximum,
        boolean exclusiveMaximum,
        @Nullable Double minimum,
        boolean exclusiveMinimum,
        @Nullable Double multipleOf) {

    static @Nullable NumberRules of(JsonNode schema) {
        var maximum = number(schema, "maximum");
        var minimum = number(schema, "minimum");
        var multipleOf = number(schema, "multipleOf");
        if (maximum == null && minimum == null && multipleOf == null) {
            return null;
        }
        return new NumberRules(
                maximum,
                schema.path("exclusiveMaximum").asBoolean(),
                minimum,
                schema.path("exclusiveMinimum").asBoolean(),
                multipleOf);
    }

    private static @Nullable Double number(JsonNode schema, String keyword) {
        var value = schema.get(keyword);
        return value != null && value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
    }

    void check(JsonNode value, Walk walk) {
        boolean whole = value.isInt() || value.isLong();
        if (multipleOf != null) {
            checkMultiple(value, whole, multipleOf, walk);
        }
        if (maximum != null) {
            int order = whole
                    ? Long.compare(value.longValue(), maximum.longValue())
                    : Double.compare(value.doubleValue(), maximum);
            if (order > 0 || (exclusiveMaximum && order == 0)) {
                fault(value, exclusiveMaximum ? "less than" : "less than or equal to", bound(maximum, whole), walk);
            }
        }
        if (minimum != null) {
            int order = whole
                    ? Long.compare(value.longValue(), minimum.longValue())
                    : Double.compare(value.doubleValue(), minimum);
            if (order < 0 || (exclusiveMinimum && order == 0)) {
                fault(
                        value,
                        exclusiveMinimum ? "greater than" : "greater than or equal to",
                        bound(minimum, whole),
                        walk);
            }
        }
    }

    private static void checkMultiple(JsonNode value, boolean whole, double factor, Walk walk) {
        if (factor <= 0 || (whole && (long) factor <= 0)) {
            var text = bound(factor, whole);
            walk.fault(
                    Kind.INVALID,
                    text,
                    "factor MultipleOf declared for %s must be positive: %s".formatted(walk.trail.dotted(), text));
            return;
        }
        boolean multiple =
                whole ? value.longValue() % (long) factor == 0 : isWhole(quotient(value.doubleValue(), factor));
        if (!multiple) {
            fault(value, "a multiple of", bound(factor, whole), walk);
        }
    }

    private static double quotient(double value, double factor) {
        return factor < 1 ? 1 / factor * value : value / factor;
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-9 * Math.max(1, Math.abs(number));
    }

    private static String bound(double bound, boolean whole) {
        return whole ? Long.toString((long) bound) : GoText.number(bound);
    }

    private static void fault(JsonNode value, String relation, String bound, Walk walk) {
        walk.faultInBody(Kind.INVALID, GoText.of(value), "should be " + relation + " " + bound);
    }
}
