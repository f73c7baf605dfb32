package dev.allmende.api;

/** Reasons of conditions: words that programs may rely on. */
public enum Reason {
    AVAILABLE("Available"),
    CREATING("Creating"),
    UPDATING("Updating"),
    DELETING("Deleting"),
    WAITING_FOR("WaitingFor"),
    TRANSIENT_ERROR("TransientError"),
    QUOTA_EXCEEDED("QuotaExceeded"),
    INVALID_SPEC("InvalidSpec"),
    UNAUTHORIZED("Unauthorized"),
    CONFLICT("Conflict"),
    FAILED("Failed"),
    DRIFTED("Drifted"),
    EXTERNALLY_DELETED("ExternallyDeleted");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    /** As it stands in a condition. */
    public String word() {
        return word;
    }
}
