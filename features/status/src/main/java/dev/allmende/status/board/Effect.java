package dev.allmende.status.board;

import java.util.UUID;

/**
 * What one component suffers.
 *
 * @param severity 1 to 100; 0 is maintenance (SCS-0402)
 * @param expected the worst that is to be expected, 0 to 100: of an incident its severity
 */
public record Effect(UUID part, UUID kind, int severity, int expected) {

    public Effect(UUID part, UUID kind, int severity) {
        this(part, kind, severity, severity);
    }
}
