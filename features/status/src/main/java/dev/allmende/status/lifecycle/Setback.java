package dev.allmende.status.lifecycle;

/** A life does not go on, though the cloud answered. The message is for those who run it. */
public final class Setback extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** What kind of setback. */
    public enum Why {
        /** It took longer than the step may. */
        LATE,
        /** The cloud says that the thing is broken. */
        BROKEN,
        /** It works, but does something else. */
        WRONG,
        /** Something on our side is missing: it says nothing of the cloud. */
        OURS
    }

    Setback(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
