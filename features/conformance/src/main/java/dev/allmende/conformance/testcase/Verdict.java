package dev.allmende.conformance.testcase;

/** Outcome of a test case (scs-0003-v2 calls ABORT "DNF"). */
public enum Verdict {
    /** Everything was looked at and is right. */
    PASS,
    /** At least one thing is proved wrong. */
    FAIL,
    /** It could not be decided. */
    ABORT;

    /** The value in upstream's report YAML: 1, -1 or 0. */
    public int code() {
        return switch (this) {
            case PASS -> 1;
            case FAIL -> -1;
            case ABORT -> 0;
        };
    }
}
