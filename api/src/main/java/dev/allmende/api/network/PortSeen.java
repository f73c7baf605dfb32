package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a port. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the port.")
public record PortSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("OpenStack's identifier of its network.") String networkID,
        @Describe("Hardware address.") String mac,
        @Describe("Its addresses.") List<FixedIPSeen> fixedIPs,

        @Describe("OpenStack's identifiers of its security groups.")
        List<String> securityGroupIDs,

        @Describe("OpenStack's identifier of the server, router or load balancer that uses it.") @Nullable
        String deviceID,

        @Describe("What uses it, such as 'compute:nova'.") @Nullable
        String deviceOwner) {}
