package dev.allmende.status.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What time it is, and how to let it pass. */
record Time(InstantSource clock, LifeCycles.Pause waiting) {

    Instant now() {
        return clock.instant();
    }

    void pause(Duration time) throws InterruptedException {
        waiting.pause(time);
    }
}
