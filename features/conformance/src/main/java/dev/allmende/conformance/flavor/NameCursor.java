package dev.allmende.conformance.flavor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a name, and the problems met up to there. */
final class NameCursor {

    /** No digits. */
    static final int NONE = -1;

    /** More than nine digits: no cloud has that much, and an int holds no more. */
    static final int TOO_LARGE = -2;

    private static final int LARGEST = 999_999_999;

    final String text;
    final int end;
    int at = FlavorNames.PREFIX.length();

    private final Dialect dialect;
    private Notation notation = Notation.V3;
    private @Nullable List<Problem> problems;
    private boolean guessable = true;

    NameCursor(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        end = text.length();
    }

    Dialect dialect() {
        return dialect;
    }

    Notation notation() {
        return notation;
    }

    void use(Notation notation) {
        this.notation = notation;
    }

    /** The next character; a blank, which no name has, at the end. */
    char peek() {
        return at < end ? text.charAt(at) : ' ';
    }

    char peek(int further) {
        return at + further < end ? text.charAt(at + further) : ' ';
    }

    boolean take(char wanted) {
        if (at < end && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads digits: their value, {@link #NONE} or {@link #TOO_LARGE}. */
    int number() {
        var start = at;
        var value = 0L;
        while (at < end && isDigit(text.charAt(at))) {
            value = Math.min(value * 10 + (text.charAt(at) - '0'), LARGEST + 1L);
            at++;
        }
        if (at == start) {
            return NONE;
        }
        return value > LARGEST ? TOO_LARGE : (int) value;
    }

    /** Passes what looks like a number, dots included. */
    void skipNumber() {
        while (isDigit(peek()) || peek() == '.') {
            at++;
        }
    }

    /** Passes further digits; whether all were 0. */
    boolean onlyZeros() {
        var zeros = true;
        while (isDigit(peek())) {
            zeros &= peek() == '0';
            at++;
        }
        return zeros;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Counts and passes a run of {@code h}. */
    int runOfH() {
        var start = at;
        while (take('h')) {
            // the loop's condition does the work
        }
        return at - start;
    }

    /** Passes the character between CPU, memory and disk; the other version's is taken as meant. */
    boolean takeSeparator(Part part) {
        if (take(notation.separator())) {
            return true;
        }
        if (notation == Notation.V3 && peek() == Notation.V1.separator()) {
            fixable(part, at, at + 1, "'-': this name began in the notation of v3", "-");
            at++;
            return true;
        }
        return false;
    }

    boolean atDelimiter() {
        return at >= end || delimits(text.charAt(at));
    }

    static boolean delimits(char c) {
        return c == '-' || c == '_' || c == ':';
    }

    void toDelimiter() {
        while (!atDelimiter()) {
            at++;
        }
    }

    /** Complains about what stands before the next delimiter, and passes it. */
    void endOfPart(Part part, String wanted) {
        if (!atDelimiter()) {
            var start = at;
            toDelimiter();
            wrong(part, start, at, wanted);
        }
    }

    /** Notes a problem without an obvious remedy. */
    void wrong(Part part, int start, int until, String wanted) {
        guessable = false;
        note(part, start, until, wanted, Optional.empty());
    }

    /** Notes a problem whose remedy is plain; the caller goes on as if it had been written so. */
    void fixable(Part part, int start, int until, String wanted, String instead) {
        note(part, start, until, wanted, Optional.of(instead));
    }

    /** Notes a part that is right in itself but stands in the wrong place. */
    void misplaced(Part part, int start, int until, String wanted) {
        note(part, start, until, wanted, Optional.empty());
    }

    private void note(Part part, int start, int until, String wanted, Optional<String> suggestion) {
        if (problems == null) {
            problems = new ArrayList<>();
        }
        problems.add(
                new Problem(start, Math.max(1, until - start), part, text.substring(start, until), wanted, suggestion));
    }

    Parse outcome(FlavorName name) {
        if (problems == null) {
            return new Parse.Parsed(name, notation);
        }
        problems.sort(Comparator.comparingInt(Problem::position));
        return new Parse.Invalid(problems, guessable ? Optional.of(name.canonical()) : Optional.empty());
    }
}
