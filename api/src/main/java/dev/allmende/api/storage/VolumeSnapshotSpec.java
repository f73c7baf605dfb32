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
 * What a snapshot shall be.
 *
 * @param volumeRef null only when the snapshot is imported
 * @param metadata null: that of the cloud is left alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the snapshot shall be.")
@Rule(
        cel = "has(self.__import__) || has(self.volumeRef)",
        message = "volumeRef is needed for a snapshot that is to be made")
@Rule(
        cel = "has(self.volumeRef) == has(oldSelf.volumeRef)",
        message = "volumeRef cannot be changed: delete the object and make it anew")
public record VolumeSnapshotSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe(
                "Volume of this namespace, also one that a server uses: then what the server holds back is not in it.")
        @Immutable
        @Nullable
        ObjectReference volumeRef,

        @Describe("Keys and values for the cloud. Without it those that are there are left alone.")
        @TextLimits(max = 255)
        @Nullable
        Map<String, String> metadata)
        implements Managed {}
