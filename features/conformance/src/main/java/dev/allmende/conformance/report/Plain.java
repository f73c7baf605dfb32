package dev.allmende.conformance.report;

import dev.allmende.conformance.testcase.Finding;
import java.util.ArrayList;
import java.util.List;

/** Text from a cloud made fit for a line: names of images can hold anything, also sequences that steer a terminal. */
final class Plain {

    private Plain() {}

    /** One line; controls, formats (right-to-left overrides) and broken surrogates as {@code \\u{1b}}. */
    static String line(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (odd(text.codePointAt(at))) {
                return shown(text);
            }
        }
        return text;
    }

    private static String shown(String text) {
        var line = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\n' || c == '\t') {
                line.append(' ');
            } else if (odd(c)) {
                line.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    /** {@code flavor X: found ...; wanted ...}, without what is empty. */
    static String finding(Finding finding) {
        var parts = new ArrayList<String>(3);
        add(parts, "", finding.found());
        add(parts, "wanted ", finding.wanted());
        add(parts, "remedy: ", finding.remedy());
        return line(finding.item() + (parts.isEmpty() ? "" : ": " + String.join("; ", parts)));
    }

    private static void add(List<String> parts, String label, String value) {
        if (!value.isEmpty()) {
            parts.add(label + value);
        }
    }

    private static boolean odd(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
