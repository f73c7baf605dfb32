package dev.allmende.central.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose the thing is. */
public enum ManagementPolicy {
    /** Made, changed and removed as the resource says. */
    @JsonProperty("Managed")
    MANAGED,
    /** Somebody else's: looked at, never changed. */
    @JsonProperty("Observe")
    OBSERVE
}
