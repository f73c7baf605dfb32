package dev.allmende.conformance.flavor;

import java.util.Optional;

/**
 * One thing wrong with a flavor name.
 *
 * @param position 0-based place in the name; its length when something is missing at the end
 * @param length number of wrong characters, at least 1
 * @param found the wrong characters; empty when something is missing
 * @param wanted what may stand there
 * @param suggestion what to write instead; empty string inside to leave it out
 */
public record Problem(int position, int length, Part part, String found, String wanted, Optional<String> suggestion) {

    public Problem {
        if (position < 0 || length < 1) {
            throw new IllegalArgumentException("a problem needs a place, was " + position + "+" + length);
        }
    }

    /** One line: {@code at 7, memory: found '3.25', wanted ...}. Counts places from 1, as people do. */
    public String text() {
        return "at character " + (position + 1) + ", " + part.title() + ": "
                + (found.isEmpty() ? "nothing there" : "found '" + found + "'") + ", wanted " + wanted
                + suggestion.map(Problem::instead).orElse("");
    }

    private static String instead(String suggestion) {
        return suggestion.isEmpty() ? " (leave it out)" : " (write '" + suggestion + "')";
    }
}
