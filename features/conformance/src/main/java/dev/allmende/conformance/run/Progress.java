package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Observation;

/** Told what a run is doing, from several threads, never two at once. */
public interface Progress {

    /** For those who do not look. */
    Progress SILENT = new Progress() {};

    /** Asking for this input began. */
    default void started(String input) {}

    /** One line about what is going on. */
    default void said(String input, String line) {}

    /** Asking for this input ended. */
    default void finished(String input, Observation seen) {}
}
