package dev.allmende.apiserver.registry;

/**
 * What a verb gives back.
 *
 * @param code HTTP status
 * @param json an object in the version asked for, or a Status
 */
public record Result(int code, byte[] json) {}
