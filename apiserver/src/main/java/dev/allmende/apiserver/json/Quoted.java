package dev.allmende.apiserver.json;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts in double quotes, as Go's {@code %q} writes them in the messages that clients of Kubernetes know. */
public final class Quoted {

    private Quoted() {}

    public static String text(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(quoted, point));
        return quoted.append('"').toString();
    }

    /** {@code ["a" "b"]}. */
    public static String list(List<String> texts) {
        return texts.stream().map(Quoted::text).collect(Collectors.joining(" ", "[", "]"));
    }

    private static void append(StringBuilder quoted, int point) {
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
            default -> {
                if (isPrintable(point)) {
                    quoted.appendCodePoint(point);
                } else {
                    var format = point < 0x80 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
                    quoted.append(String.format(Locale.ROOT, format, point));
                }
            }
        }
    }

    /** What Go's strconv calls printable. */
    public static boolean isPrintable(int point) {
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
}
