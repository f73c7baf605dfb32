package dev.allmende.conformance.report;

import dev.allmende.conformance.testcase.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines for a terminal: wrapped at its width, coloured if it has colours, free of what could steer it. */
final class TableText {

    /** SGR codes: 31 red, 32 green, 33 yellow, 1 bold, 2 faint. */
    enum Paint {
        RED("31;1"),
        GREEN("32"),
        YELLOW("33;1"),
        BOLD("1"),
        FAINT("2"),
        NONE("");

        private final String code;

        Paint(String code) {
            this.code = code;
        }

        static Paint of(Verdict verdict) {
            return switch (verdict) {
                case PASS -> GREEN;
                case FAIL -> RED;
                case ABORT -> YELLOW;
            };
        }
    }

    private static final Pattern PAINTED = Pattern.compile("\u001b\\[[0-9;]*m");

    private final Writer out;
    private final TableStyle style;

    TableText(Writer out, TableStyle style) {
        this.out = out;
        this.style = style;
    }

    String paint(Paint paint, String text) {
        return style.colours() && paint != Paint.NONE ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    /** Not by {@code String.format}: what it makes depends on the locale. */
    String padded(String text, int width) {
        var line = Plain.line(text);
        return line + " ".repeat(Math.max(0, width - length(line)));
    }

    void blank() throws IOException {
        out.write('\n');
    }

    void heading(String text) throws IOException {
        wrapped("", "", text, Paint.BOLD);
    }

    /** A line that must not be wrapped, of words of ours. */
    void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    /**
     * Wraps between words. A word longer than the line, such as a URL, is left whole so that it can be copied.
     *
     * @param first what the first line starts with; may be painted
     * @param indent what further lines start with
     */
    void wrapped(String first, String indent, String text, Paint paint) throws IOException {
        int start = length(PAINTED.matcher(first).replaceAll(""));
        var lines = split(Plain.line(text), style.width() - start, style.width() - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            line(((i == 0 ? first : indent) + paint(paint, lines.get(i))).stripTrailing());
        }
    }

    /** @param first columns of the first line; the others have {@code width} */
    static List<String> split(String text, int first, int width) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (length(rest) > (lines.isEmpty() ? first : width)) {
            int limit = rest.offsetByCodePoints(0, Math.max(1, lines.isEmpty() ? first : width));
            int space = rest.lastIndexOf(' ', limit);
            int cut = space > 0 ? space : rest.indexOf(' ', limit);
            if (cut < 0) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
