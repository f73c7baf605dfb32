package dev.allmende.status.availability;

import dev.allmende.status.board.Severities;
import java.util.OptionalDouble;

/**
 * How much of a moment is lost at a severity: nothing in the lowest range, all in the highest, evenly spread between. With
 * SCS' example: operational 0, limited 0.5, broken 1.
 */
public record Weights(Severities severities) {

    /** 0 to 1; empty above the highest range: such a severity means that nobody knows (SCS-0402). */
    public OptionalDouble of(int severity) {
        if (severity == 0) {
            return OptionalDouble.of(0);
        }
        var ranges = severities.ranges();
        for (int i = 0; i < ranges.size(); i++) {
            if (severity <= ranges.get(i).value()) {
                return OptionalDouble.of(ranges.size() == 1 ? 1 : (double) i / (ranges.size() - 1));
            }
        }
        return OptionalDouble.empty();
    }
}
