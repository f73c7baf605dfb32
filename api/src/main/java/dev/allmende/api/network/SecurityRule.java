package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Packets that are let through.
 *
 * @param protocol null: any
 * @param portMin for ICMP the type
 * @param portMax for ICMP the code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Packets that are let through.")
@Rule(
        cel = "!has(self.remoteCIDR) || !has(self.remoteGroupRef)",
        message = "say remoteCIDR or remoteGroupRef, not both")
@Rule(cel = "!has(self.portMin) || has(self.protocol)", message = "portMin needs protocol")
@Rule(cel = "!has(self.portMax) || has(self.portMin)", message = "portMax needs portMin")
public record SecurityRule(
        @Describe("Ingress: to the port. Egress: from the port.")
        Direction direction,

        @Describe("Without it that of remoteCIDR, else IPv4.") @Nullable
        EtherType etherType,

        @Describe("Such as tcp, udp or icmp, or its number; without it any.")
        @TextLimits(min = 1, max = 20, pattern = "^[a-z0-9-]+$")
        @Nullable
        String protocol,

        @Describe("First port, without portMax the only one; for ICMP the type. Without it all.")
        @NumberLimits(max = 65535)
        @Nullable
        Integer portMin,

        @Describe("Last port; for ICMP the code.") @NumberLimits(max = 65535) @Nullable
        Integer portMax,

        @Describe("Range that the packets come from, or go to.")
        @TextLimits(max = 43, pattern = "^[0-9A-Fa-f.:]+/[0-9]{1,3}$")
        @Nullable
        String remoteCIDR,

        @Describe("Security group of this namespace, or this one: the packets come from its ports, or go to them.")
        @Nullable
        ObjectReference remoteGroupRef,

        @Describe("For people; written when the rule is made, and not changed afterwards.")
        @TextLimits(max = 200)
        @Nullable
        String description) {}
