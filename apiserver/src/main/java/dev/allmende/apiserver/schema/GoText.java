package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** Values as messages of Kubernetes show them: Go's {@code %q}, {@code %v} and JSON. */
public final class GoText {

    private GoText() {}

    /** A bad value in a message: strings quoted, numbers as Go prints them, the rest as JSON. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return Quoted.text(value.textValue());
        }
        return value.isFloatingPointNumber() || value.isBigInteger() ? number(value.doubleValue()) : json(value);
    }

    /** JSON as Go writes it, with sorted keys. */
    public static String json(JsonNode value) {
        return Json.text(sorted(value))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            var object = Json.object();
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> object.set(entry.getKey(), sorted(entry.getValue())));
            return object;
        }
        if (value.isArray()) {
            var array = Json.MAPPER.createArrayNode();
            value.forEach(item -> array.add(sorted(item)));
            return array;
        }
        return value;
    }

    /** Go's {@code %v} of a float64: shortest digits, with an exponent below 1e-4 and from 1e21. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        var exact = new BigDecimal(Double.toString(value), MathContext.UNLIMITED).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 21) {
            return exact.toPlainString();
        }
        var digits = exact.unscaledValue().abs().toString();
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return "%s%se%s%02d".formatted(value < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
