package dev.allmende.server.log;

import java.util.logging.LogManager;

/**
 * Keeps the handlers while the process stops. The JDK's own manager takes them away in a shutdown hook, which runs beside
 * ours, and what is said about stopping would be lost.
 */
public final class UntilTheEnd extends LogManager {

    private static volatile boolean complete;

    /** The JDK makes it by its name. */
    public UntilTheEnd() {}

    /** From now on handlers stay. */
    static void complete() {
        complete = true;
    }

    @Override
    public void reset() {
        if (!complete) {
            super.reset();
        }
    }
}
