package dev.allmende.api.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an image shall be.
 *
 * @param diskFormat null only when the image is imported
 * @param source null only when the image is imported
 * @param minDisk in GiB
 * @param minRam in MiB
 * @param guarded whether the cloud refuses its deletion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the image shall be.")
@Rule(
        cel = "has(self.__import__) || (has(self.diskFormat) && has(self.source))",
        message = "diskFormat and source are needed for an image that is to be made")
@Rule(
        cel = "has(self.diskFormat) == has(oldSelf.diskFormat) && has(self.source) == has(oldSelf.source)",
        message = "diskFormat and source cannot be changed: delete the object and make it anew")
public record ImageSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("How the data is to be read.")
        @TextLimits(pattern = "^(qcow2|raw|vmdk|vdi|vhd|vhdx|iso|ploop|aki|ari|ami)$", max = 8)
        @Immutable
        @Nullable
        String diskFormat,

        @Immutable @Nullable ImageSource source,

        @Describe("Smallest root disk that it fits on, in GiB.") @NumberLimits(max = 1048576) @Nullable
        Integer minDisk,

        @JsonProperty("minRAM")
        @Describe("Least memory that it runs with, in MiB.")
        @NumberLimits(max = 67108864)
        @Nullable
        Integer minRam,

        @Describe(
                "Properties such as os_distro and hw_disk_bus. An empty value takes a property off; one that is not named here"
                        + " stays as it is.")
        @TextLimits(max = 1024)
        @Nullable
        Map<String, String> properties,

        @Describe("Who else may use it; without it the cloud chooses.") @Nullable
        ImageVisibility visibility,

        @JsonProperty("protected") @Describe("Whether the cloud refuses to delete it.") @Nullable
        Boolean guarded,

        @Describe("Tags in the cloud; without it they are left as they are.")
        @TextLimits(min = 1, max = 255)
        @ListLimits(max = 128)
        @Nullable
        List<String> tags)
        implements Managed {}
