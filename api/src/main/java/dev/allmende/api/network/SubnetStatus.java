package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Drift;
import dev.allmende.api.Placed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was seen of a subnet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the subnet.")
public record SubnetStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("What is otherwise than the spec wants it.") @ListLimits(max = 64)
        List<Drift> drift,

        @Describe("OpenStack's identifier.") @Nullable String id,

        @Describe("OpenStack's identifier of its network.") @Nullable
        String networkID,

        @Describe("Range of addresses.") @Nullable String cidr,

        @Describe("Address of the gateway.") @Nullable String gateway)
        implements Placed {

    /** Nothing was seen yet. */
    public static final SubnetStatus UNSEEN = new SubnetStatus(0, List.of(), List.of(), null, null, null, null);

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public SubnetStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        drift = List.copyOf(Objects.requireNonNullElse(drift, List.of()));
    }

    public SubnetStatus with(long generation, List<Condition> now) {
        return new SubnetStatus(generation, now, drift, id, networkID, cidr, gateway);
    }
}
