package dev.allmende.apiserver.json;

import java.util.List;
import java.util.stream.Collectors;

/** Texts in double quotes, as Go's {@code %q} writes them in the messages that clients of Kubernetes know. */
public final class Quoted {

    private Quoted() {}

    public static String text(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    /** {@code ["a" "b"]}. */
    public static String list(List<String> texts) {
        return texts.stream().map(Quoted::text).collect(Collectors.joining(" ", "[", "]"));
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append((char) c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7f) {
                    quoted.append("\\x%02x".formatted(c));
                } else {
                    quoted.appendCodePoint(c);
                }
            }
        }
    }
}
