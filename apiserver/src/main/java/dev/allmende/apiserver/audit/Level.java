package dev.allmende.apiserver.audit;

/** How much is written of a request (audit.k8s.io/v1 Level), from nothing to everything. */
public enum Level {
    NONE("None"),
    METADATA("Metadata"),
    REQUEST("Request"),
    REQUEST_RESPONSE("RequestResponse");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether bodies of this kind are wanted. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
