package dev.allmende.apiserver.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one resource that are kept, in order. One thread adds and drops, any number reads without a lock.
 * Positions count from 0 since the start and are never used again.
 */
final class Ring {

    private volatile AtomicReferenceArray<@Nullable Version> slots = new AtomicReferenceArray<>(16);
    private volatile long head;
    private volatile long tail;

    void add(Version version) {
        var here = slots;
        if (tail - head == here.length()) {
            here = grown(here);
            slots = here;
        }
        long position = tail;
        here.set(slot(here, position), version);
        tail = position + 1;
    }

    private AtomicReferenceArray<@Nullable Version> grown(AtomicReferenceArray<@Nullable Version> old) {
        var larger = new AtomicReferenceArray<@Nullable Version>(old.length() * 2);
        for (long position = head; position < tail; position++) {
            larger.set(slot(larger, position), old.get(slot(old, position)));
        }
        return larger;
    }

    /** Drops the oldest. */
    void drop() {
        long dropped = head;
        // Readers look at the head after the slot: whoever reads what comes into this slot next, sees it has moved.
        head = dropped + 1;
        slots.set(slot(slots, dropped), null);
    }

    /** Where the next change will be. */
    long tail() {
        return tail;
    }

    /** The change at a position below {@link #tail}, as an event; null when it was dropped. */
    @Nullable
    StoredEvent at(long position) {
        var here = slots;
        var version = here.get(slot(here, position));
        var event = version == null ? null : version.event();
        return position < head ? null : event;
    }

    /** Whether the change at a position below {@link #tail} is of a resourceVersion up to this one, or was dropped. */
    boolean reached(long position, long resourceVersion) {
        var here = slots;
        var version = here.get(slot(here, position));
        return version == null || version.resourceVersion() <= resourceVersion || position < head;
    }

    /** The position of the first change after a resourceVersion. */
    long firstAfter(long resourceVersion) {
        while (true) {
            long from = head;
            long position = search(from, tail, resourceVersion);
            if (from == head) {
                return position;
            }
        }
    }

    private long search(long from, long to, long resourceVersion) {
        var here = slots;
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high) >>> 1;
            var version = here.get(slot(here, middle));
            if (version == null || version.resourceVersion() <= resourceVersion) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int slot(AtomicReferenceArray<?> slots, long position) {
        return (int) (position & (slots.length() - 1));
    }
}
