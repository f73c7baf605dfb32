package dev.allmende.central.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the deletion of the resource means for the thing. */
public enum DeletionPolicy {
    /** It goes too. */
    @JsonProperty("Delete")
    DELETE,
    /** It stays as it is. */
    @JsonProperty("Retain")
    RETAIN,
    /** The resource stays too, until the policy is another one. */
    @JsonProperty("Protect")
    PROTECT
}
