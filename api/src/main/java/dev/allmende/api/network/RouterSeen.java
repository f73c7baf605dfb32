package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cloud shows of a router. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the router.")
public record RouterSeen(
        @Describe("OpenStack's status.") String status,

        @Describe("OpenStack's identifier of the network that it leads out to.") @Nullable
        String externalNetworkID,

        @Describe("Its addresses there.") List<String> externalIPs,

        @Describe("Whether what goes out has the router's address.")
        boolean snat) {}
