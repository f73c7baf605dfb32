package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What the cloud shows of a backup. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the backup.")
public record VolumeBackupSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("In GiB.") int size,

        @Describe("OpenStack's identifier of its volume.") String volumeID,

        @Describe("Whether it holds only what changed since the one before.")
        boolean incremental,

        @Describe("Whether later backups stand on it: it cannot be deleted before them.")
        boolean hasDependents,

        @Describe("Parts that it lies in.") int objectCount,
        @Describe("The moment whose data it holds, in UTC.") String dataTimestamp) {}
