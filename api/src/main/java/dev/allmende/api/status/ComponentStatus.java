package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a component fares now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How the component fares now.")
public record ComponentStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("The worst that it suffers now, 1 to 100; 0 is maintenance; absent when nothing affects it.")
        @Nullable
        Integer severity,

        @Describe("Incidents and maintenance that affect it now, such as 'Incident disk'.")
        @ListLimits(max = 64)
        @TextLimits(max = 320)
        List<String> affectedBy)
        implements Observed {

    /** Nothing was seen yet. */
    public static final ComponentStatus UNSEEN = new ComponentStatus(0, List.of(), null, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public ComponentStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        affectedBy = List.copyOf(Objects.requireNonNullElse(affectedBy, List.of()));
    }

    public ComponentStatus with(long generation, List<Condition> now) {
        return new ComponentStatus(generation, now, severity, affectedBy);
    }
}
