package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import org.jspecify.annotations.Nullable;

/** What a new volume begins with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the volume begins with; without it, it is empty.")
@Rule(
        cel = "[has(self.imageRef), has(self.volumeRef), has(self.snapshotRef), has(self.backupRef)]"
                + ".filter(said, said).size() == 1",
        message = "say one of imageRef, volumeRef, snapshotRef and backupRef")
public record VolumeSource(
        @Describe("Image of this namespace that it begins with: a server can boot from it.") @Nullable
        ObjectReference imageRef,

        @Describe("Volume of this namespace that it is a copy of.") @Nullable
        ObjectReference volumeRef,

        @Describe("VolumeSnapshot of this namespace that it begins with.") @Nullable
        ObjectReference snapshotRef,

        @Describe("VolumeBackup of this namespace that it is brought back from.") @Nullable
        ObjectReference backupRef) {}
