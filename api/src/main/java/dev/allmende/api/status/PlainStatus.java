package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;
import java.util.Objects;

/** Status of kinds of which nothing is to be seen but whether they are right. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Whether it is right.")
public record PlainStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions)
        implements Observed {

    /** Nothing was seen yet. */
    public static final PlainStatus UNSEEN = new PlainStatus(0, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public PlainStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }

    public PlainStatus with(long generation, List<Condition> now) {
        return new PlainStatus(generation, now);
    }
}
