package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a subnet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the subnet.")
public record SubnetSeen(
        @Describe("OpenStack's identifier of its network.") String networkID,
        @Describe("Range of addresses.") String cidr,
        @Describe("Address of the gateway.") @Nullable String gateway,

        @Describe("Where addresses of ports are taken from.")
        List<AddressRange> pools) {}
