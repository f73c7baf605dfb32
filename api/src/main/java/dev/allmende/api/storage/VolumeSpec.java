package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a volume shall be.
 *
 * @param size in GiB; null only when the volume is imported, or as large as its source
 * @param type name or identifier of a volume type; null for the cloud's choice
 * @param metadata null: that of the cloud is left alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the volume shall be.")
@Rule(
        cel = "has(self.__import__) || has(self.size) || (has(self.source) && !has(self.source.imageRef))",
        message = "size is needed for a volume that is to be made, unless it is made of another one")
@Rule(cel = "has(self.size) || !has(oldSelf.size)", message = "size can be raised, but not taken away")
@Rule(
        cel = "has(self.source) == has(oldSelf.source)",
        message = "source cannot be changed: delete the object and make it anew")
@Rule(
        cel = "has(self.availabilityZone) == has(oldSelf.availabilityZone)",
        message = "availabilityZone cannot be changed: delete the object and make it anew")
public record VolumeSpec(
        ManagementPolicy managementPolicy,

        @Describe("What becomes of the volume in the cloud when this object is deleted. Without it: Retain for what was"
                + " imported, else Protect: the object stays until this says Delete or Retain.")
        @Nullable
        DeletionPolicy deletionPolicy,

        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe(
                "In GiB. It can be raised at any time, also while a server uses the volume, and never lowered. Without it"
                        + " the volume is as large as its source.")
        @NumberLimits(min = 1, max = 1048576)
        @Rule(cel = "self >= oldSelf", message = "a volume cannot shrink: make a smaller one and copy the data")
        @Nullable
        Integer size,

        @Describe("Name of a volume type; without it the cloud's usual one. It can be changed.")
        @TextLimits(min = 1, max = 255)
        @Nullable
        String type,

        @Describe(
                "Whether the data may move to another back end when the type changes. Never: the cloud leaves the type"
                        + " alone where it must. OnDemand: it may take long.")
        @Default("Never")
        VolumeMigration migration,

        @Immutable @Nullable VolumeSource source,

        @Describe("Availability zone to make it in; without it the cloud's usual one.")
        @TextLimits(min = 1, max = 255)
        @Immutable
        @Nullable
        String availabilityZone,

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
