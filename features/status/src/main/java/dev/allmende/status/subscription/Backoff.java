package dev.allmende.status.subscription;

import dev.allmende.api.status.SubscriptionStatus.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a message that was not taken is tried again: after half a minute, then twice that, up to three hours. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofHours(3);
    private static final Duration GIVE_UP = Duration.ofDays(3);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    static Trouble after(@Nullable Trouble before, String message, Instant now) {
        boolean same = before != null && before.message().equals(message);
        int tries = same && before != null ? before.tries() + 1 : 1;
        var pause = FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        var again = now.plus(pause.compareTo(MOST) > 0 ? MOST : pause);
        return new Trouble(message, tries, same && before != null ? before.since() : now.toString(), again.toString());
    }

    static boolean isOver(Trouble trouble, Instant now) {
        return !now.isBefore(Instant.parse(trouble.since()).plus(GIVE_UP));
    }

    static boolean isWaiting(@Nullable Trouble trouble, String message, Instant now) {
        return trouble != null && trouble.message().equals(message) && now.isBefore(Instant.parse(trouble.again()));
    }
}
