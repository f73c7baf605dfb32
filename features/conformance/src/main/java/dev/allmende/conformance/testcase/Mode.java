package dev.allmende.conformance.testcase;

/** Whose reading of a standard decides where its text and upstream's test suite differ. */
public enum Mode {
    /** Exactly what upstream's suite (commit 077174d9 of 2026-08-21) says. */
    UPSTREAM,
    /** What the text of the standard says. */
    STRICT
}
