package dev.allmende.api.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud shows of an image.
 *
 * @param size in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the image.")
public record ImageSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("Who may use it.") String visibility,

        @JsonProperty("protected") @Describe("Whether the cloud refuses to delete it.")
        boolean guarded,

        @Describe("How the data is to be read.") String diskFormat,
        @Describe("Bytes; 0 before the data came.") long size,

        @Describe("Smallest root disk that it fits on, in GiB.")
        int minDisk,

        @JsonProperty("minRAM") @Describe("Least memory that it runs with, in MiB.")
        int minRam,

        @Describe("Digest of the data, such as 'sha512:...'; none before the data came.") @Nullable
        String checksum,

        @Describe("Operating system that it says it has.") @Nullable
        String osDistro,

        @Describe("Version of that.") @Nullable String osVersion) {}
