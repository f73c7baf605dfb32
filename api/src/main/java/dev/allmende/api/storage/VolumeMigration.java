package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a volume's data may move to another back end when its type changes (Cinder's {@code migration_policy}). */
public enum VolumeMigration {
    /** The type changes only where the data can stay. */
    @JsonProperty("Never")
    NEVER,

    /** It moves when it must, which may take long. */
    @JsonProperty("OnDemand")
    ON_DEMAND
}
