package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a server runs. */
public enum Power {
    @JsonProperty("On")
    ON,

    @JsonProperty("Off")
    OFF
}
