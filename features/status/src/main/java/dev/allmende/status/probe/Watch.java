package dev.allmende.status.probe;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the time of a question by phases. Thread-safe. */
final class Watch {

    private final LongSupplier nanos;
    private final long begin;
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private long last;
    private @Nullable String open;

    /** @param nanos such as System::nanoTime */
    Watch(LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.last = begin;
    }

    /** A phase begins, so that it is known where a question failed. */
    synchronized void begins(String phase) {
        open = phase;
    }

    /** The phase that began and has not ended; it is over now. */
    synchronized Optional<String> broken() {
        var phase = Optional.ofNullable(open);
        phase.ifPresent(this::passed);
        return phase;
    }

    /** A phase has ended now: since the one before, or since the begin. */
    synchronized void passed(String phase) {
        long now = nanos.getAsLong();
        phases.merge(phase, Duration.ofNanos(now - last), Duration::plus);
        last = now;
        open = null;
    }

    synchronized Duration total() {
        return Duration.ofNanos(nanos.getAsLong() - begin);
    }

    synchronized Map<String, Duration> phases() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    }
}
