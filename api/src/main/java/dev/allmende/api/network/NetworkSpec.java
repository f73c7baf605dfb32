package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** What a network shall be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the network shall be.")
@Rule(
        cel = "(self.managementPolicy == 'Observe') == has(self.importID)",
        message = "importID goes with managementPolicy Observe, and only with it")
public record NetworkSpec(
        @Describe("Managed: made, changed and deleted with this object. Observe: only looked at.")
        @Default("Managed")
        @Immutable
        ManagementPolicy managementPolicy,

        @Describe("What becomes of it in the cloud when this object is deleted.") @Default("Delete")
        DeletionPolicy deletionPolicy,

        @Describe("What to do when it was changed in the cloud.") @Default("Report")
        DriftPolicy drift,

        @Describe("OpenStack identifier of what is looked at, with managementPolicy Observe.")
        @TextLimits(max = 64, pattern = "^[A-Za-z0-9-]+$")
        @Immutable
        @Nullable
        String importID,

        @Describe("Name in the cloud; without it that of this object.") @TextLimits(min = 1, max = 255) @Nullable
        String name,

        @Describe("For people.") @TextLimits(max = 200) @Nullable
        String description,

        @Describe("Largest packet in bytes; without it the cloud chooses.")
        @NumberLimits(min = 68, max = 65535)
        @Nullable
        Integer mtu,

        @Describe("Whether its ports are guarded by security groups; without it the cloud chooses.") @Nullable
        Boolean portSecurity,

        @Describe("Domain of its ports' names, with a final dot.") @TextLimits(max = 255) @Nullable
        String dnsDomain)
        implements Managed {}
