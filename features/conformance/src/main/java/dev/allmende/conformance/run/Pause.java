package dev.allmende.conformance.run;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    /** Real time. */
    Pause REAL = Thread::sleep;

    void pause(Duration time) throws InterruptedException;
}
