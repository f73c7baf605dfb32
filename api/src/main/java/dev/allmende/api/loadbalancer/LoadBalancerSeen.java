package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a load balancer and its parts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the load balancer and its parts.")
public record LoadBalancerSeen(
        @Describe("Octavia's provisioning status: ACTIVE when nothing is being changed.")
        String provisioningStatus,

        @Describe("Octavia's operating status, such as ONLINE or DEGRADED.")
        String operatingStatus,

        @Describe("Where it is reached.") @Nullable String address,

        @Describe("OpenStack's identifier of the port that has the address.") @Nullable
        String portID,

        @Describe("Who moves the packets.") @Nullable String provider,

        @Describe("Listeners, in no order.") List<Listener> listeners,
        @Describe("Pools that listeners use, in no order.") List<Pool> pools) {

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public LoadBalancerSeen {
        listeners = List.copyOf(Objects.requireNonNullElse(listeners, List.of()));
        pools = List.copyOf(Objects.requireNonNullElse(pools, List.of()));
    }

    /** A listener as it is. */
    public record Listener(
            @Describe("Its name.") String name,

            @Describe("OpenStack's identifier.") String id,
            @Describe("Octavia's provisioning status.") String provisioningStatus,
            @Describe("Octavia's operating status.") String operatingStatus) {}

    /** A pool as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pool(
            @Describe("Its name.") String name,

            @Describe("OpenStack's identifier.") String id,
            @Describe("Octavia's provisioning status.") String provisioningStatus,
            @Describe("Octavia's operating status.") String operatingStatus,

            @Describe("Provisioning status of its monitor, if it has one.") @Nullable
            String monitorStatus,

            @Describe("Its members, in no order.") List<Member> members) {

        // Jackson gives null for what a stored status of an older release lacks.
        @SuppressWarnings("RedundantNullCheck")
        public Pool {
            members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
        }
    }

    /** A member as it is. */
    public record Member(
            @Describe("Its address.") String address,
            @Describe("Its port.") int port,
            @Describe("Octavia's provisioning status.") String provisioningStatus,

            @Describe("Octavia's operating status, such as ONLINE, ERROR or NO_MONITOR.")
            String operatingStatus) {}
}
