package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a window of maintenance has come. */
public enum MaintenanceState {
    /** Nobody was told of it yet. */
    @JsonProperty("Scheduled")
    SCHEDULED,
    /** From the first of its lead times on. */
    @JsonProperty("Announced")
    ANNOUNCED,
    @JsonProperty("InProgress")
    IN_PROGRESS,
    /** The work is done and looked at. */
    @JsonProperty("Verifying")
    VERIFYING,
    @JsonProperty("Completed")
    COMPLETED,
    /** Called off, before or while it ran; or it never began. */
    @JsonProperty("Cancelled")
    CANCELLED,
    /** Past its end, and nobody said that it is finished. */
    @JsonProperty("Overrun")
    OVERRUN;

    /** Whether work goes on. */
    public boolean isRunning() {
        return this == IN_PROGRESS || this == VERIFYING || this == OVERRUN;
    }

    /** Whether nothing follows. */
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
