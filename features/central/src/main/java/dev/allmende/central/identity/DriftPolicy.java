package dev.allmende.central.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when somebody else changed the thing. */
public enum DriftPolicy {
    /** It is changed back, and made again when it was removed. */
    @JsonProperty("Correct")
    CORRECT,
    /** Status says so. */
    @JsonProperty("Report")
    REPORT,
    /** Nothing; it is not even looked at. */
    @JsonProperty("Ignore")
    IGNORE
}
