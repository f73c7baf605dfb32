package dev.allmende.status.impact;

import java.time.Duration;

/**
 * When a result counts.
 *
 * @param failures bad rounds in a row before it is bad
 * @param successes good rounds in a row before it is good again
 * @param interval of the rounds
 * @param slowOver an answer that took longer is slow
 */
public record Limits(int failures, int successes, Duration interval, Duration slowOver) {

    /** As many rounds without a result, and nothing is known any more. */
    static final int SILENT_ROUNDS = 3;

    Duration silence() {
        return interval.multipliedBy(SILENT_ROUNDS);
    }

    /** Below it what was slow is no longer: a fifth less, so that an answer that hovers at the limit does not flutter. */
    Duration fastAgain() {
        return slowOver.multipliedBy(4).dividedBy(5);
    }
}
