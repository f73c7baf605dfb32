package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes a share of the load.
 *
 * @param address null when serverRef says it
 * @param serverRef null when address says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(cel = "has(self.address) != has(self.serverRef)", message = "say either address or serverRef")
public record MemberSpec(
        @Describe("Address; say either this or serverRef.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String address,

        @Describe("Server of this namespace: its address in the subnet of subnetRef, without that the first it has.")
        @Nullable
        ObjectReference serverRef,

        @Describe("Port.") @NumberLimits(min = 1, max = 65535)
        int port,

        @Describe("Subnet of this namespace that the address is reached through; without it the address is routed to.")
        @Nullable
        ObjectReference subnetRef,

        @Describe("Share of the load, up to 256; 0 takes no new connections; without it 1.")
        @NumberLimits(max = 256)
        @Nullable
        Integer weight,

        @Describe("Takes a share only when no other member is well.") @Nullable
        Boolean backup) {}
