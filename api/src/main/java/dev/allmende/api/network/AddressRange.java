package dev.allmende.api.network;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** Addresses from first to last, both included. */
@Describe("Addresses from first to last, both included.")
public record AddressRange(
        @Describe("First address.") @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        String first,

        @Describe("Last address.") @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        String last) {}
