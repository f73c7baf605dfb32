package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who wrote an incident. */
public enum Origin {
    @JsonProperty("Person")
    PERSON,
    @JsonProperty("Probe")
    PROBE,
    @JsonProperty("Import")
    IMPORT
}
