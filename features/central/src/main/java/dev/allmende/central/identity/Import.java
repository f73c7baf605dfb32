package dev.allmende.central.identity;

import org.jspecify.annotations.Nullable;

/**
 * Takes over what is there.
 *
 * @param id in Keycloak; absent to look for it by its natural key
 */
public record Import(@Nullable String id) {}
