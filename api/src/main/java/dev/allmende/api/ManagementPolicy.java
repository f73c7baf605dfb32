package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a thing in the cloud is ours to make and change. */
public enum ManagementPolicy {
    /** It is made, changed and deleted with the object. */
    @JsonProperty("Managed")
    MANAGED,

    /** It is somebody else's and only looked at. */
    @JsonProperty("Observe")
    OBSERVE
}
