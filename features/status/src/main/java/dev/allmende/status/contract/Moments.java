package dev.allmende.status.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** Times at which something changes. All times between two of them see the same, and may share one answer. */
final class Moments {

    private final Instant[] sorted;

    Moments(Stream<Instant> times) {
        this.sorted = times.sorted().toArray(Instant[]::new);
    }

    /** How many are not after a time. */
    int until(Instant time) {
        return count(time, true);
    }

    /** How many are before a time. */
    int before(Instant time) {
        return count(time, false);
    }

    private int count(Instant time, boolean inclusive) {
        int place = Arrays.binarySearch(sorted, time);
        if (place < 0) {
            return -place - 1;
        }
        if (inclusive) {
            while (place < sorted.length && sorted[place].equals(time)) {
                place++;
            }
        } else {
            while (place > 0 && sorted[place - 1].equals(time)) {
                place--;
            }
        }
        return place;
    }
}
