package dev.allmende.conformance.report;

/**
 * What a terminal can show.
 *
 * @param colours whether to colour verdicts; the words stand there anyway
 * @param width columns, at least 40
 * @param all every finding on its own, and notes of test cases that pass
 */
public record TableStyle(boolean colours, int width, boolean all) {

    static final TableStyle PLAIN = new TableStyle(false, 100, false);

    public TableStyle {
        if (width < 40) {
            throw new IllegalArgumentException("a table needs a width of 40 columns or more, was " + width);
        }
    }
}
