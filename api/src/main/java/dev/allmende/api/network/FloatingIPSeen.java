package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a floating IP. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the floating IP.")
public record FloatingIPSeen(
        @Describe("OpenStack's status.") String status,
        @Describe("The address.") String address,

        @Describe("Address inside of the cloud that it leads to.") @Nullable
        String fixedIP,

        @Describe("OpenStack's identifier of the port that it leads to.") @Nullable
        String portID,

        @Describe("OpenStack's identifier of the router in between.") @Nullable
        String routerID) {}
