package dev.allmende.conformance.flavor;

import java.util.ArrayList;
import java.util.List;

/**
 * A flavor name in plain words.
 *
 * @param lines one for each part that the name has
 * @param sentence all of it in one sentence
 */
public record Meaning(List<Line> lines, String sentence) {

    /**
     * The words for one part.
     *
     * @param code the part as it stands in the name
     */
    public record Line(Part part, String code, String text) {}

    public Meaning {
        lines = List.copyOf(lines);
    }

    public static Meaning of(FlavorName name) {
        return new MeaningWriter(name).write();
    }

    /** Joins words: {@code a, b and c}. */
    static String enumerate(List<String> words) {
        var all = new ArrayList<>(words);
        if (all.size() < 2) {
            return String.join("", all);
        }
        var last = all.removeLast();
        return String.join(", ", all) + " and " + last;
    }
}
