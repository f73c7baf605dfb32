package dev.allmende.apiserver.cel.library;

/** An expression that has no value; the message is what the user reads. */
public final class RuleFault extends RuntimeException {
    public RuleFault(String message) {
        super(message, null, false, false);
    }
}
