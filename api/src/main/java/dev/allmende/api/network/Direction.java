package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way packets go, as a port sees it. */
public enum Direction {
    /** To the port. */
    @JsonProperty("Ingress")
    INGRESS,

    /** From the port. */
    @JsonProperty("Egress")
    EGRESS
}
