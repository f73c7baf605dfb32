package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/** Values as messages of Kubernetes show them: Go's {@code %q}, {@code %v} and JSON. */
public final class GoText {

    private GoText() {}

    /** A quoted string, Go's {@code %q}. */
    public static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case 7 -> quoted.append("\\a");
                case 11 -> quoted.append("\\v");
                default -> appendPoint(quoted, point);
            }
        });
        return quoted.append('"').toString();
    }

    private static void appendPoint(StringBuilder text, int point) {
        if (point < ' ' || point == 0x7f) {
            text.append(String.format(Locale.ROOT, "\\x%02x", point));
        } else if (isPrintable(point)) {
            text.appendCodePoint(point);
        } else {
            text.append(String.format(Locale.ROOT, point < 0x10000 ? "\\u%04x" : "\\U%08x", point));
        }
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    /** A bad value in a message: strings quoted, numbers as Go prints them, the rest as JSON. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.textValue());
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
