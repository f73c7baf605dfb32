package dev.allmende.central.identity;

import java.time.Duration;

/**
 * How soon a resource is looked at again.
 *
 * @param busy while something goes on, or must come first
 * @param stuck when only somebody's change helps, which may be one that no watch tells of
 * @param calm when all is well: how long drift stays unseen at most
 */
public record Pace(Duration busy, Duration stuck, Duration calm) {

    public static final Pace STANDARD = new Pace(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));
}
