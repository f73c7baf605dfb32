package dev.allmende.peer.s3;

/**
 * One rule of a lifecycle.
 *
 * @param prefix of the keys it counts for; empty for all
 * @param days after which an object is removed; 1 or more
 */
public record Expiry(String prefix, int days) {}
