package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a server. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the server.")
public record ServerSeen(
        @Describe("OpenStack's status.") String status,

        @Describe("State that it was brought into, such as active or stopped.")
        String vmState,

        @Describe("What is going on with it; none when it is at rest.") @Nullable
        String taskState,

        @Describe("What the hypervisor says, such as RUNNING or SHUTDOWN.")
        String powerState,

        @Describe("Name of its flavor in the cloud.") String flavor,

        @Describe("OpenStack's identifier of its image; none when it boots from a volume.") @Nullable
        String imageID,

        @Describe("The first of its addresses.") @Nullable String address,
        @Describe("All of its addresses.") List<Address> addresses,

        @Describe("OpenStack's identifiers of its volumes.") List<String> volumeIDs,

        @Describe("Where it runs.") @Nullable String availabilityZone,

        @Describe("Host that it is on, as far as tenants may know: servers of equal ones share it.") @Nullable
        String hostID,

        @Describe("Why it is in status ERROR.") @Nullable String fault) {

    // Jackson gives null for an empty one: the API leaves it out.
    @SuppressWarnings("RedundantNullCheck")
    public ServerSeen {
        addresses = List.copyOf(Objects.requireNonNullElse(addresses, List.of()));
        volumeIDs = List.copyOf(Objects.requireNonNullElse(volumeIDs, List.of()));
    }

    /** An address of a server. */
    @Describe("An address.")
    public record Address(
            @Describe("Name of the network in the cloud.") String network,
            @Describe("The address.") String ip,

            @Describe("fixed, or floating when it leads there from outside.")
            String type,

            @Describe("Hardware address of the port.") String mac) {}
}
