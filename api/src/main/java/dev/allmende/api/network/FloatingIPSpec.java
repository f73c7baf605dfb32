package dev.allmende.api.network;

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
import org.jspecify.annotations.Nullable;

/**
 * What a floating IP shall be. It has no name in the cloud; what stands in name is its description, when that says nothing.
 *
 * @param networkRef null only when the floating IP is imported
 * @param attach null: it leads nowhere, or an imported one stays as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe(
        "What the floating IP shall be. Its address is lost when it is deleted: deletionPolicy Retain keeps it in the cloud.")
@Rule(
        cel = "has(self.__import__) || has(self.networkRef)",
        message = "networkRef is needed for a floating IP that is to be made")
@Rule(
        cel = "has(self.subnetRef) == has(oldSelf.subnetRef)",
        message = "subnetRef cannot be changed: delete the object and make it anew")
@Rule(
        cel = "has(self.address) == has(oldSelf.address)",
        message = "address cannot be changed: delete the object and make it anew")
public record FloatingIPSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Network of this namespace that leads out of the cloud, such as the observed one 'public'.")
        @Immutable
        @Nullable
        ObjectReference networkRef,

        @Describe(
                "Subnet of that network, in this namespace; without it any. Many clouds do not show members this subnet.")
        @Immutable
        @Nullable
        ObjectReference subnetRef,

        @Describe("The address; without it any free one. In many clouds only administrators may choose it.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Immutable
        @Nullable
        String address,

        @Describe("Where it leads to; without it nowhere, or an imported one stays as it is. It can be moved.")
        @Nullable
        Attach attach)
        implements Managed {}
