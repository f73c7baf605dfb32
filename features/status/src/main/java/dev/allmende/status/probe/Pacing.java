package dev.allmende.status.probe;

import dev.allmende.api.status.ProbeSpec;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The times of a probe. Pure.
 *
 * @param limit of one round
 * @param looksTwice at a bad answer after a good one, in the same round; not where that is in vain
 */
public record Pacing(Duration interval, Duration limit, Duration slowOver, boolean looksTwice) {

    private static final int INTERVAL = 30;
    private static final int LIMIT = 10;
    private static final int SLOW_OVER = 3000;
    private static final int LONG_INTERVAL = 600;
    private static final int LONG_LIMIT = 300;
    private static final int LONG_SLOW_OVER = 120_000;
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);

    public static Pacing of(ProbeSpec spec) {
        boolean isLong = spec.lifecycle() != null;
        int interval = Objects.requireNonNullElse(spec.intervalSeconds(), isLong ? LONG_INTERVAL : INTERVAL);
        int limit =
                Objects.requireNonNullElse(spec.timeLimitSeconds(), Math.min(isLong ? LONG_LIMIT : LIMIT, interval));
        int slowOver = Objects.requireNonNullElse(spec.slowOverMillis(), isLong ? LONG_SLOW_OVER : SLOW_OVER);
        return new Pacing(
                Duration.ofSeconds(interval),
                Duration.ofSeconds(limit),
                Duration.ofMillis(slowOver),
                !isLong && spec.alertmanager() == null);
    }

    /** Up to a tenth longer, so that a hundred probes do not ask at once for ever. */
    Duration untilNext(RandomGenerator random) {
        return interval.plusNanos((long) (interval.toNanos() * 0.1 * random.nextDouble()));
    }

    /** Somewhere in the first interval, so that they do not begin at once either; within ten seconds. */
    Duration untilFirst(RandomGenerator random) {
        long most = Math.min(interval.toNanos(), Duration.ofSeconds(10).toNanos());
        return Duration.ofNanos((long) (most * 0.2 * random.nextDouble()));
    }

    /** From a bad answer to the second look of the same round. */
    Duration untilSecondLook() {
        var part = interval.dividedBy(6);
        return part.compareTo(SECOND_LOOK) < 0 ? part : SECOND_LOOK;
    }
}
