package dev.allmende.apiserver.registry;

/**
 * What a verb gives back.
 *
 * @param code HTTP status
 * @param json an object in the version asked for, or a Status
 * @param gone whether a DELETE removed the object, or would have in a dry run; else something holds it
 */
public record Result(int code, byte[] json, boolean gone) {

    Result(int code, byte[] json) {
        this(code, json, false);
    }
}
