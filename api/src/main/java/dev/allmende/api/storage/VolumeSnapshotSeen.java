package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What the cloud shows of a snapshot. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the snapshot.")
public record VolumeSnapshotSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("In GiB.") int size,

        @Describe("OpenStack's identifier of its volume.") String volumeID) {}
