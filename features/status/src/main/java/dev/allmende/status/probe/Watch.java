package dev.allmende.status.probe;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Takes the time of a question by phases. Thread-safe. */
final class Watch {

    private final LongSupplier nanos;
    private final long begin;
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private long last;

    /** @param nanos such as System::nanoTime */
    Watch(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.last = begin;
    }

    /** A phase has ended now: since the one before, or since the begin. */
    synchronized void passed(String phase) {
        long now = nanos.getAsLong();
        phases.merge(phase, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    synchronized Duration total() {
        return Duration.ofNanos(nanos.getAsLong() - begin);
    }

    synchronized Map<String, Duration> phases() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    }
}
