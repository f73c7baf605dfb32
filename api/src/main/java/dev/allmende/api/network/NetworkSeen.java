package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What the cloud shows of a network. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the network.")
public record NetworkSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("Largest packet in bytes.") int mtu,

        @Describe("Whether it leads out of the cloud.") boolean external,
        @Describe("Whether all projects may use it.") boolean shared) {}
