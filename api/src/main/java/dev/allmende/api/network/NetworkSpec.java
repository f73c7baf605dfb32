package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a network shall be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the network shall be.")
public record NetworkSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Largest packet in bytes; without it the cloud chooses.")
        @NumberLimits(min = 68, max = 65535)
        @Nullable
        Integer mtu,

        @Describe("Whether its ports are guarded by security groups; without it the cloud chooses.") @Nullable
        Boolean portSecurity,

        @Describe("Domain of its ports' names, with a final dot.") @TextLimits(max = 255) @Nullable
        String dnsDomain,

        @Describe("Words by which it can be found; without it those that there are.")
        @TextLimits(min = 1, max = 60, pattern = "^[^,/]+$")
        @ListLimits(max = 50)
        @Nullable
        List<String> tags,

        @Describe("Whether all projects may use it; in most clouds only administrators say so.") @Nullable
        Boolean shared,

        @Describe("Whether it leads out of the cloud; in most clouds only administrators say so.") @Nullable
        Boolean external)
        implements Managed {}
