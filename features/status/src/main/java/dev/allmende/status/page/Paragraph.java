package dev.allmende.status.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A paragraph of a text that people wrote: plain words, and web addresses that can be followed. */
public record Paragraph(List<Piece> pieces) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]}]");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

    /** @param link where it leads; empty for plain words */
    public record Piece(String text, String link) {}

    /** Paragraphs are parted by blank lines. */
    static List<Paragraph> of(String text) {
        return Arrays.stream(BLANK_LINE.split(text.strip()))
                .filter(each -> !each.isBlank())
                .map(each -> new Paragraph(pieces(each)))
                .toList();
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var found = ADDRESS.matcher(text);
        int done = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(done, found.start()), ""));
            pieces.add(new Piece(found.group(), found.group()));
            done = found.end();
        }
        pieces.add(new Piece(text.substring(done), ""));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
