package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Somebody who takes a share of the load. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberSpec(
        @Describe("Address.") @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        String address,

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
