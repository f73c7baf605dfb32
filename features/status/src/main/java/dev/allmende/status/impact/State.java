package dev.allmende.status.impact;

/** How a probe fares at one place, or over all of them. */
public enum State {
    UNKNOWN("Unknown"),
    OK("OK"),
    /** Bad since so short a time that nothing follows of it. */
    SUSPECT("Suspect"),
    /** Slow, or bad at some places only. */
    DEGRADED("Degraded"),
    FAILED("Failed"),
    /** Good again, since so short a time that nothing follows of it. */
    RECOVERING("Recovering"),
    /** What it needs is bad itself: whatever it says, that is the cause. */
    SUPPRESSED("Suppressed");

    private final String word;

    State(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Not well, or not for long enough to count. */
    boolean isBad() {
        return this == DEGRADED || this == FAILED || this == RECOVERING;
    }
}
