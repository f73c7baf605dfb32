package dev.allmende.server.shell.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds guessing of passwords: by name from one address, by address, and by name from everywhere. Only failures count. The
 * last bound is wide, so that a stranger cannot easily lock somebody out.
 */
public final class Attempts {

    private static final int MOST = 10_000;

    /**
     * @param failures that are forgiven at once
     * @param every after which one more is forgiven
     */
    private record Bound(int failures, Duration every) {}

    private static final Bound NAME_AND_ADDRESS = new Bound(5, Duration.ofSeconds(30));
    private static final Bound ADDRESS = new Bound(20, Duration.ofSeconds(10));
    private static final Bound NAME = new Bound(50, Duration.ofSeconds(10));

    private record Key(Bound bound, String of) {}

    /** @param clear when nothing will be held against it */
    private record Held(Instant clear) {}

    private final InstantSource clock;
    private final Map<Key, Held> held = new LinkedHashMap<>();

    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt; zero when it may be made now. */
    public synchronized Duration pause(String name, String address) {
        var now = clock.instant();
        var longest = Duration.ZERO;
        for (var key : keys(name, address)) {
            var debt =
                    Duration.between(now, held.getOrDefault(key, new Held(now)).clear());
            var over = debt.minus(key.bound().every().multipliedBy(key.bound().failures() - 1L));
            if (over.compareTo(longest) > 0) {
                longest = over;
            }
        }
        return longest;
    }

    public synchronized void failed(String name, String address) {
        var now = clock.instant();
        if (held.size() > MOST) {
            held.values().removeIf(one -> !one.clear().isAfter(now));
            if (held.size() > MOST) {
                held.remove(held.keySet().iterator().next());
            }
        }
        for (var key : keys(name, address)) {
            var clear = held.getOrDefault(key, new Held(now)).clear();
            held.put(
                    key,
                    new Held((clear.isAfter(now) ? clear : now).plus(key.bound().every())));
        }
    }

    /** What was counted for it beforehand is forgiven. */
    public synchronized void succeeded(String name, String address) {
        for (var key : keys(name, address)) {
            held.computeIfPresent(
                    key,
                    (any, before) -> new Held(before.clear().minus(key.bound().every())));
        }
    }

    private static List<Key> keys(String name, String address) {
        return List.of(new Key(NAME_AND_ADDRESS, name + " " + address), new Key(ADDRESS, address), new Key(NAME, name));
    }
}
