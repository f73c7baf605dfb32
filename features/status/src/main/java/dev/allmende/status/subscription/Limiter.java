package dev.allmende.status.subscription;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may ask: so many times in ten minutes from one address (of IPv6 from one /64), and from all. */
final class Limiter {

    private static final Duration SPAN = Duration.ofMinutes(10);
    private static final int MOST_KEYS = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final int each;
    private final int all;
    private final InstantSource clock;
    private final Deque<Instant> everybody = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> asked = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Limiter(int each, int all, InstantSource clock) {
        this.each = each;
        this.all = all;
        this.clock = clock;
    }

    synchronized boolean allows(String remote) {
        var now = clock.instant();
        var mine = asked.computeIfAbsent(key(remote), none -> new ArrayDeque<>());
        forget(mine, now);
        forget(everybody, now);
        if (mine.size() >= each || everybody.size() >= all) {
            return false;
        }
        mine.add(now);
        everybody.add(now);
        return true;
    }

    private static void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(SPAN).isAfter(now)) {
            times.removeFirst();
        }
    }

    private static String key(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            var bytes = InetAddress.getByName(remote).getAddress();
            return bytes.length > NETWORK_BYTES ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)) : remote;
        } catch (UnknownHostException e) {
            return remote;
        }
    }
}
