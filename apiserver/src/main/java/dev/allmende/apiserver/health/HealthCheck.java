package dev.allmende.apiserver.health;

import java.util.Optional;

/** One thing that must work. */
public interface HealthCheck {

    /** As in {@code /readyz/NAME}. */
    String name();

    /** Whether a failure means: restart the process. All others only mean: send no requests now. */
    default boolean isVital() {
        return false;
    }

    /** What is wrong, in one line; empty when all is well. Must come back within seconds. */
    Optional<String> problem() throws InterruptedException;
}
