package dev.allmende.api.network;

import dev.allmende.api.schema.Describe;

/** An address of a port, as the cloud shows it. */
@Describe("An address of the port.")
public record FixedIPSeen(
        @Describe("OpenStack's identifier of its subnet.") String subnetID,
        @Describe("The address.") String ip) {}
