package dev.allmende.central.identity;

/** Something that must be there first is not. The message names it. */
public final class Waiting extends RuntimeException {

    public Waiting(String message) {
        super(message);
    }
}
