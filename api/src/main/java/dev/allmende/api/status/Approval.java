package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a second person must agree. */
public enum Approval {
    @JsonProperty("NotNeeded")
    NOT_NEEDED,
    @JsonProperty("Required")
    REQUIRED
}
