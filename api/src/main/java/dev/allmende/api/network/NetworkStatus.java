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

/** What was seen of a network. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the network.")
public record NetworkStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("What is otherwise than the spec wants it.") @ListLimits(max = 64)
        List<Drift> drift,

        @Describe("OpenStack's identifier.") @Nullable String id,

        @Describe("OpenStack's word for its state.") @Nullable
        String state,

        @Describe("Largest packet in bytes.") @Nullable Integer mtu,

        @Describe("Whether it leads out of the cloud.") @Nullable
        Boolean external,

        @Describe("Whether other projects may use it.") @Nullable
        Boolean shared)
        implements Placed {

    /** Nothing was seen yet. */
    public static final NetworkStatus UNSEEN = new NetworkStatus(0, List.of(), List.of(), null, null, null, null, null);

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public NetworkStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        drift = List.copyOf(Objects.requireNonNullElse(drift, List.of()));
    }

    public NetworkStatus with(long generation, List<Condition> now) {
        return new NetworkStatus(generation, now, drift, id, state, mtu, external, shared);
    }
}
