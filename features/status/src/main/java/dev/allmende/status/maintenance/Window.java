package dev.allmende.status.maintenance;

import dev.allmende.api.status.WindowChange;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One window of a plan.
 *
 * @param of the start that the plan gives it, in the plan's zone: its name for good, whatever it is moved to
 * @param start planned, after a move
 * @param end planned, after a move or an extension; after the start
 * @param change what became of it
 */
public record Window(LocalDateTime of, Instant start, Instant end, WindowChange change) {

    /** Its name, such as {@code 2026-12-01T02:00}. */
    public String key() {
        return of.toString();
    }

    /** Whether somebody gave it other times than the plan. */
    public boolean isMoved() {
        return change.start() != null || change.end() != null;
    }
}
