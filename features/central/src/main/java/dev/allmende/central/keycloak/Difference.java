package dev.allmende.central.keycloak;

/**
 * One field that is not as wanted.
 *
 * @param path below the representation, dots between
 * @param want as JSON
 * @param have as JSON; {@code null} where the server has nothing
 */
public record Difference(String path, String want, String have) {}
