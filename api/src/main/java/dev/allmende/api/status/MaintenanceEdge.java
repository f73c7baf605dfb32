package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What makes a window begin or end. */
public enum MaintenanceEdge {
    /** The clock. */
    @JsonProperty("ByClock")
    BY_CLOCK,
    /** Somebody who says so. */
    @JsonProperty("WhenConfirmed")
    WHEN_CONFIRMED
}
