package dev.allmende.kit;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When an object is looked at again. What is not ready is asked for in pauses that grow with the time it has not been: so
 * they grow evenly, and a restart of the program changes nothing.
 *
 * @param resync for what is ready
 */
record Pace(Duration resync, RandomGenerator random) {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration BUSY_AT_MOST = Duration.ofSeconds(10);
    private static final Duration RETRY_AT_MOST = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final double JITTER = 0.2;

    /**
     * @param waiting how long the object has not been ready
     */
    Duration next(Outcome<?> outcome, Duration waiting) {
        return switch (outcome) {
            case Outcome.Ready<?> ready -> spread(resync);
            // A moment later, since the queue's clock ticks in whole ones.
            case Outcome.Until<?> until ->
                until.pause().compareTo(resync) > 0
                        ? spread(resync)
                        : until.pause().plus(TICK);
            case Outcome.Drifted<?> drifted -> spread(resync);
            case Outcome.Busy<?> busy -> spread(within(waiting.dividedBy(4), BUSY_AT_MOST));
            case Outcome.Retry<?> retry -> spread(within(waiting.dividedBy(2), RETRY_AT_MOST));
            case Outcome.Stuck<?> stuck -> spread(resync);
        };
    }

    private static Duration within(Duration wanted, Duration most) {
        return wanted.compareTo(SOON) < 0 ? SOON : wanted.compareTo(most) > 0 ? most : wanted;
    }

    /** Up to a fifth longer, so that a thousand objects do not ask at once for ever. */
    private Duration spread(Duration wanted) {
        return wanted.plusNanos((long) (wanted.toNanos() * JITTER * random.nextDouble()));
    }
}
