package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup shall be.
 *
 * @param volumeRef null only when the backup is imported
 * @param snapshotRef null for the volume as it is
 * @param metadata null: that of the cloud is left alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the backup shall be.")
@Rule(
        cel = "has(self.__import__) || has(self.volumeRef)",
        message = "volumeRef is needed for a backup that is to be made")
@Rule(
        cel =
                "has(self.volumeRef) == has(oldSelf.volumeRef) && has(self.snapshotRef) == has(oldSelf.snapshotRef)"
                        + " && has(self.incremental) == has(oldSelf.incremental) && has(self.container) == has(oldSelf.container)",
        message = "what it is made of and where it lies cannot be changed: delete the object and make it anew")
public record VolumeBackupSpec(
        ManagementPolicy managementPolicy,

        @Describe("What becomes of the backup in the cloud when this object is deleted. Without it: Retain for what was"
                + " imported, else Protect: the object stays until this says Delete or Retain.")
        @Nullable
        DeletionPolicy deletionPolicy,

        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Volume of this namespace, also one that a server uses.") @Immutable @Nullable
        ObjectReference volumeRef,

        @Describe("Snapshot of that volume: the backup holds the volume as it was then.") @Immutable @Nullable
        ObjectReference snapshotRef,

        @Describe("Only what changed since the volume's latest backup, which must stay as long as this one does.")
        @Immutable
        @Nullable
        Boolean incremental,

        @Describe("Where in the other storage it lies; without it the cloud's usual place.")
        @TextLimits(min = 1, max = 255)
        @Immutable
        @Nullable
        String container,

        @Describe("Keys and values for the cloud. Without it those that are there are left alone.")
        @TextLimits(max = 255)
        @Nullable
        Map<String, String> metadata)
        implements Managed {

    @Override
    public DeletionPolicy usualDeletion() {
        return DeletionPolicy.PROTECT;
    }
}
