package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do when a thing in the cloud was changed behind the object's back. */
public enum DriftPolicy {
    /** Say so in the status and touch nothing. */
    @JsonProperty("Report")
    REPORT,

    /** Make it again as the spec wants it. */
    @JsonProperty("Correct")
    CORRECT
}
