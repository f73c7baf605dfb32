package dev.allmende.status.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A planned maintenance.
 *
 * @param expected the worst that is expected, by component; 0: nothing was said, so anything is
 */
public record Window(String name, Instant begin, Instant end, Map<String, Integer> expected) {

    private static final Duration BEFORE = Duration.ofMinutes(5);
    private static final Duration AFTER = Duration.ofMinutes(15);

    /** Whether a failure of this severity is what was announced. */
    boolean excuses(String component, int severity, Instant now) {
        var most = expected.get(component);
        return most != null && covers(now) && (most == 0 || severity <= most);
    }

    /** Whether something that began then began in it. */
    boolean holds(String component, Instant since) {
        return expected.containsKey(component) && covers(since);
    }

    private boolean covers(Instant time) {
        return !time.isBefore(begin.minus(BEFORE)) && !time.isAfter(end.plus(AFTER));
    }
}
