package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a thing in the cloud when its object is deleted. */
public enum DeletionPolicy {
    /** It is deleted too. */
    @JsonProperty("Delete")
    DELETE,

    /** It stays and belongs to nobody any more. */
    @JsonProperty("Retain")
    RETAIN,

    /** The object stays as well, until this says something else. */
    @JsonProperty("Protect")
    PROTECT
}
