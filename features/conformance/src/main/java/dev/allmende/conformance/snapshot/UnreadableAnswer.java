package dev.allmende.conformance.snapshot;

/** An answer was not what the API promises. The message names the request and the place in the answer. */
public final class UnreadableAnswer extends RuntimeException {

    public UnreadableAnswer(String message) {
        super(message);
    }

    public UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
