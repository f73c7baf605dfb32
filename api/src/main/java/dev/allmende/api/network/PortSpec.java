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
 * What a port shall be.
 *
 * @param networkRef null only when the port is imported
 * @param fixedIPs null: one that the cloud chooses
 * @param securityGroupRefs null: the project's default group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the port shall be.")
@Rule(
        cel = "has(self.__import__) || has(self.networkRef)",
        message = "networkRef is needed for a port that is to be made")
@Rule(cel = "has(self.mac) == has(oldSelf.mac)", message = "mac cannot be changed: delete the object and make it anew")
@Rule(
        cel =
                "!has(self.portSecurity) || self.portSecurity || (!has(self.securityGroupRefs) || size(self.securityGroupRefs) == 0) && (!has(self.addressPairs) || size(self.addressPairs) == 0)",
        message = "portSecurity false goes without securityGroupRefs and addressPairs")
public record PortSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Network of this namespace that the port is in.") @Immutable @Nullable
        ObjectReference networkRef,

        @Describe(
                "Its addresses. Without it the cloud chooses one of a subnet that is there when the port is made; whoever names"
                        + " a subnet waits for it.")
        @ListLimits(max = 16)
        @Nullable
        List<FixedIP> fixedIPs,

        @Describe("Security groups of this namespace that guard it; without it the project's group 'default'.")
        @ListLimits(max = 32)
        @Nullable
        List<ObjectReference> securityGroupRefs,

        @Describe("Further addresses and ranges that may be used behind it, such as a shared address of two servers.")
        @TextLimits(max = 43, pattern = "^[0-9A-Fa-f.:]+(/[0-9]{1,3})?$")
        @ListLimits(max = 32)
        @Nullable
        List<String> addressPairs,

        @Describe(
                "Whether it is guarded by security groups and against foreign addresses; without it as its network says.")
        @Nullable
        Boolean portSecurity,

        @Describe("How it reaches the host's network card, such as 'normal' or 'direct'; without it 'normal'.")
        @TextLimits(max = 32, pattern = "^[a-z-]+$")
        @Nullable
        String vnicType,

        @Describe("Hardware address, with small letters; without it the cloud chooses.")
        @TextLimits(max = 17, pattern = "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$")
        @Immutable
        @Nullable
        String mac,

        @Describe("Name that it gets in the DNS, where the cloud does so.")
        @TextLimits(max = 63, pattern = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
        @Nullable
        String dnsName)
        implements Managed {}
