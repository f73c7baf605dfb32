package dev.allmende.status.board;

import java.util.UUID;

/**
 * What one component suffers.
 *
 * @param severity 1 to 100; 0 is maintenance (SCS-0402)
 */
public record Effect(UUID part, UUID kind, int severity) {}
