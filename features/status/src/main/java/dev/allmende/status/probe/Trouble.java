package dev.allmende.status.probe;

/** A question was not answered well. The message is for those who run the cloud: it may name hosts. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1;

    private final Failing failing;

    Trouble(Failing failing, String message) {
        super(message);
        this.failing = failing;
    }

    Failing failing() {
        return failing;
    }
}
