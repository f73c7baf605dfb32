package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a tenant's namespace shows of the cloud without being asked. */
public enum Catalogue {
    /** What all may use. */
    @JsonProperty("Public")
    PUBLIC,
    /** Nothing. */
    @JsonProperty("None")
    NONE
}
