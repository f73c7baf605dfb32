package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** Packets to a range go to an address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Packets to a range go to an address.")
public record Route(
        @Describe("Range of addresses that the packets go to.")
        @TextLimits(max = 43, pattern = "^[0-9A-Fa-f.:]+/[0-9]{1,3}$")
        String cidr,

        @Describe("Address that they are sent to.") @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        String nextHop) {}
