package dev.allmende.conformance.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed XML and XML-shaped HTML. Whatever goes in as text or attribute comes out escaped. */
final class Markup {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Writer out) {
        this.out = out;
    }

    /** @param attributes names and values by turns */
    Markup open(String tag, String... attributes) throws IOException {
        start(tag, attributes);
        out.write('>');
        open.push(tag);
        return this;
    }

    /** Closes what was opened last. */
    Markup close() throws IOException {
        out.write("</");
        out.write(open.pop());
        out.write('>');
        return this;
    }

    /** An element that holds text only. */
    Markup leaf(String tag, String text, String... attributes) throws IOException {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content. */
    Markup empty(String tag, String... attributes) throws IOException {
        start(tag, attributes);
        out.write("/>");
        return this;
    }

    Markup line() throws IOException {
        out.write('\n');
        return this;
    }

    /** Words of ours only, never of a cloud. */
    Markup raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    Markup text(String text) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            escape(c);
        }
        return this;
    }

    private void start(String tag, String... attributes) throws IOException {
        out.write('<');
        out.write(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            text(attributes[i + 1]);
            out.write('"');
        }
    }

    private void escape(int c) throws IOException {
        switch (c) {
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '&' -> out.write("&amp;");
            case '"' -> out.write("&quot;");
            case '\'' -> out.write("&#39;");
            default -> {
                if (allowed(c)) {
                    out.write(Character.toChars(c));
                } else {
                    out.write("\\u{" + Integer.toHexString(c) + "}");
                }
            }
        }
    }

    /**
     * XML 1.0, production Char, less the control characters that HTML forbids and those that turn the direction of
     * writing around. What is left out is shown by its number, as in {@link Plain#line}.
     */
    private static boolean allowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c <= 0xD7FF && !turns(c))
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** Unicode's embeddings, overrides and isolates. */
    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
