package dev.allmende.status.probe;

import java.util.Arrays;

/** The last so many numbers. Takes memory as it fills. Not thread-safe. */
final class Ring {

    private static final int FIRST = 64;

    private final int most;
    private long[] values = new long[FIRST];
    private int size;
    private int oldest;

    Ring(int most) {
        this.most = most;
    }

    void add(long value) {
        if (size < most) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.min(most, values.length * 2));
            }
            values[size++] = value;
        } else {
            values[oldest] = value;
            oldest = (oldest + 1) % most;
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** @param index 0 for the oldest */
    long get(int index) {
        return values[(oldest + index) % size];
    }
}
