package dev.allmende.devcloud.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Things that happen later, such as a volume that becomes available. Nothing runs by itself: what is due happens before
 * the next request is answered, so a test with a clock of its own decides when.
 */
public final class Timeline {
    private record Event(Instant due, long number, Runnable action) {}

    private final Clock clock;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::number));
    private long count;
    private @Nullable Instant playing;

    public Timeline(Clock clock) {
        this.clock = clock;
    }

    /** The time; while something that was due happens, the moment at which it was due. */
    public Instant now() {
        return playing == null ? clock.instant() : playing;
    }

    public void after(Duration delay, Runnable action) {
        events.add(new Event(now().plus(delay), count++, action));
    }

    /** Runs what is due. The caller holds the lock of the cloud. */
    public void advance() {
        Instant now = clock.instant();
        try {
            for (Event next = events.peek(); next != null && !next.due.isAfter(now); next = events.peek()) {
                events.remove();
                playing = next.due;
                next.action.run();
            }
        } finally {
            playing = null;
        }
    }
}
