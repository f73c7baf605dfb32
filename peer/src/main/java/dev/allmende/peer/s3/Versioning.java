package dev.allmende.peer.s3;

/** Whether a bucket keeps what is overwritten. Once on, it can only be suspended. */
public enum Versioning {
    OFF(""),
    ENABLED("Enabled"),
    SUSPENDED("Suspended");

    private final String status;

    Versioning(String status) {
        this.status = status;
    }

    String status() {
        return status;
    }

    static Versioning of(String status) {
        return switch (status) {
            case "Enabled" -> ENABLED;
            case "Suspended" -> SUSPENDED;
            default -> OFF;
        };
    }
}
