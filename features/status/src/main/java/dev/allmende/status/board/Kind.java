package dev.allmende.status.board;

import java.util.UUID;

/**
 * In which way a component may suffer: an impact type.
 *
 * @param name of the resource
 */
public record Kind(UUID id, String name, Wording wording) {}
