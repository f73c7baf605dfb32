package dev.allmende.server.up;

import java.time.Duration;

/**
 * Gives memory back to the machine when the work is done that needed it: the collector by itself does not look at a heap
 * that nobody asks anything of.
 */
final class Housekeeping implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** What the history of the objects lets go, minutes after the last write, shows in no figure before it is collected. */
    private static final int MOST_PAUSES = 30;

    /** Garbage that is not worth a collection, in bytes. */
    private static final long SMALL = 32L << 20;

    private final Thread thread =
            Thread.ofPlatform().daemon().name("housekeeping").start(this::run);

    private void run() {
        var runtime = Runtime.getRuntime();
        long clean = 0;
        int pauses = 0;
        long before = used(runtime);
        try {
            while (true) {
                Thread.sleep(PAUSE);
                long now = used(runtime);
                pauses++;
                boolean isQuiet = Math.abs(now - before) < SMALL;
                if (isQuiet && (now > clean + SMALL || pauses >= MOST_PAUSES)) {
                    System.gc();
                    now = used(runtime);
                    clean = now;
                    pauses = 0;
                }
                before = now;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static long used(Runtime runtime) {
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
