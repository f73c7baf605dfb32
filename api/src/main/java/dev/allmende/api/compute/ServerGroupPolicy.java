package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What holds between the servers of a group (Nova, microversion 2.64). */
public enum ServerGroupPolicy {
    /** All on one host. */
    @JsonProperty("affinity")
    AFFINITY,

    /** Each on another host. */
    @JsonProperty("anti-affinity")
    ANTI_AFFINITY,

    /** On one host if that is possible. */
    @JsonProperty("soft-affinity")
    SOFT_AFFINITY,

    /** On many hosts if that is possible. */
    @JsonProperty("soft-anti-affinity")
    SOFT_ANTI_AFFINITY;

    /** Nova's word. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
