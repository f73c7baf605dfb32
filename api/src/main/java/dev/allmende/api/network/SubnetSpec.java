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
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subnet shall be.
 *
 * @param networkRef null only when the subnet is imported
 * @param cidr null only when the subnet is imported
 * @param gateway an address, or {@code none}; null for the cloud's choice, its first address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the subnet shall be.")
@Rule(
        cel = "has(self.__import__) || (has(self.networkRef) && has(self.cidr))",
        message = "networkRef and cidr are needed for a subnet that is to be made")
@Rule(
        cel = "has(self.ipv6AddressMode) == has(oldSelf.ipv6AddressMode)"
                + " && has(self.ipv6RouterMode) == has(oldSelf.ipv6RouterMode)",
        message = "ipv6AddressMode and ipv6RouterMode cannot be changed: delete the object and make it anew")
public record SubnetSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Network of this namespace that the subnet is in.") @Immutable @Nullable
        ObjectReference networkRef,

        @Describe("Range of addresses, of IPv4 or IPv6.")
        @TextLimits(max = 43, pattern = "^[0-9A-Fa-f.:]+/[0-9]{1,3}$")
        @Immutable
        @Nullable
        String cidr,

        @Describe("Address of the gateway, or 'none'; without it the first of the range.")
        @TextLimits(max = 39, pattern = "^(none|[0-9A-Fa-f.:]+)$")
        @Nullable
        String gateway,

        @Describe("Whether addresses are given out by DHCP; without it they are.") @Nullable
        Boolean dhcp,

        @Describe("Name servers for its ports, in order.") @TextLimits(max = 39) @ListLimits(max = 10) @Nullable
        List<String> dns,

        @Describe("Where the cloud takes addresses for ports from; without it the whole range but the gateway.")
        @ListLimits(max = 32)
        @Nullable
        List<AddressRange> pools,

        @Describe("Routes that its ports are told of by DHCP; without it those that there are.")
        @ListLimits(max = 20)
        @Nullable
        List<Route> routes,

        @Describe("How ports get addresses of IPv6; without it the cloud does not see to it.") @Immutable @Nullable
        IPv6Mode ipv6AddressMode,

        @Describe("What the cloud's router says of addresses of IPv6; without it nothing: another router may.")
        @Immutable
        @Nullable
        IPv6Mode ipv6RouterMode)
        implements Managed {}
