package dev.allmende.devcloud.identity;

/**
 * A role of a user or group on a project, a domain or the system.
 *
 * @param actors {@code users} or {@code groups}, as in the URL
 * @param targets {@code projects}, {@code domains} or {@code system}
 * @param target id; {@code all} for the system
 */
record Grant(String actors, String actor, String targets, String target, String role) {}
