package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members that share the load. One whose protocol changes is made anew before the old one goes.
 *
 * @param algorithm null for ROUND_ROBIN, with provider ovn SOURCE_IP_PORT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PoolSpec(
        @Describe("Name, by which listeners mean it and a change finds it again.")
        @TextLimits(max = 63, pattern = LoadBalancerSpec.PART)
        String name,

        @Describe("What the members speak. A change makes the pool anew.")
        Protocol protocol,

        @Describe("Who gets the next connection; without it ROUND_ROBIN, and with provider ovn SOURCE_IP_PORT.")
        @Nullable
        Algorithm algorithm,

        @Describe("Who shares the load.") @ListLimits(max = 128)
        List<MemberSpec> members,

        @Describe("How it is found out which members are well; without it all count as well.") @Nullable
        MonitorSpec monitor,

        @Describe("How a client comes to the same member again; without it he may not.") @Nullable
        Persistence persistence) {

    /** What members speak, in Octavia's words. */
    public enum Protocol {
        TCP,
        UDP,
        SCTP,
        HTTP,
        HTTPS,
        PROXY,
        PROXYV2
    }

    /** In Octavia's words. */
    public enum Algorithm {
        ROUND_ROBIN,
        LEAST_CONNECTIONS,
        SOURCE_IP,
        SOURCE_IP_PORT
    }

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public PoolSpec {
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
    }
}
