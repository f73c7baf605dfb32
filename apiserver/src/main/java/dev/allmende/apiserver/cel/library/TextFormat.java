package dev.allmende.apiserver.cel.library;

import com.google.common.primitives.UnsignedLong;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.GoText;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code 'x is %d'.format([x])} (cel-go, ext/formatting.go): verbs s, d, f, e, b, x, X and o. For one text. */
final class TextFormat {

    private static final int LARGEST = 1_000_000;

    private final String format;
    private final List<?> values;
    private final StringBuilder out = new StringBuilder();
    private int next;

    TextFormat(String format, List<?> values) {
        this.format = format;
        this.values = values;
    }

    String write() {
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && (format.charAt(end) == '.' || Character.isDigit(format.charAt(end)))) {
                end++;
            }
            if (end >= format.length()) {
                throw new RuleFault("unexpected end of string");
            }
            writeVerb(format.charAt(end), format.substring(i + 1, end));
            i = end;
            if (out.length() > LARGEST) {
                throw new OutOfBudget();
            }
        }
        return out.toString();
    }

    private void writeVerb(char verb, String precision) {
        if (verb == '%') {
            out.append('%');
            return;
        }
        if (next >= values.size()) {
            throw new RuleFault("index " + next + " out of range");
        }
        Object value = values.get(next++);
        out.append(
                switch (verb) {
                    case 's' -> text(value);
                    case 'd' -> decimal(value);
                    case 'f' -> fixed(value, digits(precision));
                    case 'e' -> scientific(value);
                    case 'b' -> binary(value);
                    case 'o' -> whole(value, "octal").toString(8);
                    case 'x' -> hex(value);
                    case 'X' -> hex(value).toUpperCase(Locale.ROOT);
                    default ->
                        throw new RuleFault(
                                "could not parse formatting clause: unrecognized formatting clause \"" + verb + "\"");
                });
    }

    private static int digits(String precision) {
        var digits = precision.startsWith(".") ? precision.substring(1) : "";
        if (digits.length() > 3) {
            throw new RuleFault("precision too large");
        }
        return digits.isEmpty() ? 6 : Integer.parseInt(digits);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case NullValue _ -> "null";
            case String text -> text;
            case CelByteString bytes -> bytes.toStringUtf8();
            case Double number -> GoText.number(number);
            case Instant time -> instant(time);
            case Duration time -> seconds(time);
            case List<?> list -> list.stream().map(TextFormat::nested).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> nested(entry.getKey()) + ":" + nested(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case CelType type -> type.name();
            default -> value.toString();
        };
    }

    /** A value within a list or a map. */
    private static String nested(@Nullable Object value) {
        return switch (value) {
            case String text -> Quoted.text(text);
            case CelByteString bytes -> "b" + Quoted.text(bytes.toStringUtf8());
            case Double number -> fixed(number, 6);
            case Instant time -> "timestamp(\"" + instant(time) + "\")";
            case Duration time -> "duration(\"" + seconds(time) + "\")";
            case null, default -> text(value);
        };
    }

    private static String instant(Instant time) {
        var text = time.toString();
        return text.indexOf('.') < 0 ? text : text.replaceFirst("0+Z$", "Z");
    }

    private static String seconds(Duration time) {
        var seconds = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    private static String decimal(@Nullable Object value) {
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            return number.isNaN() ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        if (value instanceof Long || value instanceof UnsignedLong) {
            return value.toString();
        }
        throw new RuleFault("error during formatting: decimal clause can only be used on integers");
    }

    private static String fixed(@Nullable Object value, int digits) {
        double number = number(value, "fixed-point");
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Six digits and the exponent in superscript, as cel-go writes it whatever the precision. */
    private static String scientific(@Nullable Object value) {
        var text = String.format(Locale.ROOT, "%.6e", number(value, "scientific"));
        int e = text.indexOf('e');
        var exponent = new StringBuilder();
        for (char c : text.substring(e + 1).toCharArray()) {
            exponent.append(
                    switch (c) {
                        case '+' -> "";
                        case '-' -> "\u207b";
                        default ->
                            String.valueOf(
                                    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
                    });
        }
        return text.substring(0, e) + "\u00d710" + exponent;
    }

    private static double number(@Nullable Object value, String clause) {
        return switch (value) {
            case Double number when Double.isFinite(number) -> number;
            case Long whole -> whole.doubleValue();
            case null, default ->
                throw new RuleFault("error during formatting: " + clause + " clause can only be used on doubles");
        };
    }

    private static String binary(@Nullable Object value) {
        return value instanceof Boolean truth
                ? (truth ? "1" : "0")
                : whole(value, "binary").toString(2);
    }

    private static String hex(@Nullable Object value) {
        if (value instanceof String || value instanceof CelByteString) {
            var bytes = value instanceof String text ? CelByteString.copyFromUtf8(text) : (CelByteString) value;
            return HexFormat.of().formatHex(bytes.toByteArray());
        }
        return whole(value, "hex").toString(16);
    }

    private static BigInteger whole(@Nullable Object value, String clause) {
        return switch (value) {
            case Long whole -> BigInteger.valueOf(whole);
            case UnsignedLong whole -> whole.bigIntegerValue();
            case null, default ->
                throw new RuleFault("error during formatting: " + clause + " clause can only be used on integers");
        };
    }
}
