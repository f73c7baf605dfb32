package dev.allmende.status.notice;

/** A message that the channel did not take. The message is one line without secrets. */
public final class NotSent extends Exception {

    private final boolean forGood;

    /** @param forGood whether it is no use to try again */
    public NotSent(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    public boolean isForGood() {
        return forGood;
    }
}
