package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as the messages and the wire format of the Go original show them (packages fmt, strconv, encoding/json). */
final class GoText {

    private GoText() {}

    /** {@code %v} of a decoded JSON value. */
    static String plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case NUMBER -> number(node);
            case BOOLEAN -> String.valueOf(node.booleanValue());
            case ARRAY -> "[" + String.join(" ", parts(node, false)) + "]";
            case OBJECT -> "map[" + String.join(" ", parts(node, false)) + "]";
            default -> "<nil>";
        };
    }

    /** {@code %#v} of a decoded JSON value. */
    static String syntax(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Quoted.text(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN -> String.valueOf(node.booleanValue());
            case ARRAY -> "[]interface {}{" + String.join(", ", parts(node, true)) + "}";
            case OBJECT -> "map[string]interface {}{" + String.join(", ", parts(node, true)) + "}";
            default -> "interface {}(nil)";
        };
    }

    private static List<String> parts(JsonNode node, boolean syntax) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(syntax ? syntax(item) : plain(item)));
        } else {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((name, value) ->
                    parts.add(syntax ? Quoted.text(name) + ":" + syntax(value) : name + ":" + plain(value)));
        }
        return parts;
    }

    /** {@code %T} of a decoded JSON value. */
    static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> node.isIntegralNumber() ? "int64" : "float64";
            case BOOLEAN -> "bool";
            case ARRAY -> "[]interface {}";
            case OBJECT -> "map[string]interface {}";
            default -> "<nil>";
        };
    }

    static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        var decimal = node.decimalValue().stripTrailingZeros();
        var exponent = decimal.precision() - decimal.scale() - 1;
        return exponent < -4 || exponent >= 21
                ? scientific(decimal.unscaledValue().toString(), exponent)
                : decimal.toPlainString();
    }

    private static String scientific(String digits, int exponent) {
        var sign = digits.startsWith("-") ? "-" : "";
        var bare = digits.substring(sign.length());
        var fraction = bare.length() > 1 ? "." + bare.substring(1) : "";
        return "%s%s%se%s%02d".formatted(sign, bare.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** JSON with sorted fields, and with {@code <}, {@code >} and {@code &} escaped. */
    static String json(JsonNode node) {
        var out = new StringBuilder();
        json(out, node);
        return out.toString();
    }

    static void json(StringBuilder out, JsonNode node) {
        switch (node.getNodeType()) {
            case STRING -> jsonString(out, node.textValue());
            case NUMBER -> out.append(number(node));
            case ARRAY -> {
                var separator = '[';
                for (var item : node) {
                    json(out.append(separator), item);
                    separator = ',';
                }
                out.append(node.isEmpty() ? "[]" : "]");
            }
            case OBJECT -> {
                var separator = '{';
                for (var field : sorted(node).entrySet()) {
                    jsonString(out.append(separator), field.getKey());
                    json(out.append(':'), field.getValue());
                    separator = ',';
                }
                out.append(node.isEmpty() ? "{}" : "}");
            }
            default -> out.append(node);
        }
    }

    private static Map<String, JsonNode> sorted(JsonNode map) {
        var sorted = new TreeMap<String, JsonNode>();
        map.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted;
    }

    static void jsonString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
