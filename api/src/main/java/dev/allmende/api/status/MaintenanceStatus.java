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

/** How far a maintenance has come. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How far the maintenance has come.")
public record MaintenanceStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("State of the window that runs, else of the next, else of the last.") @Nullable
        MaintenanceState state,

        @Describe("That window.") @Nullable Span window,

        @Describe("Windows that follow it.") @ListLimits(max = 16)
        List<Span> next)
        implements Observed {

    /** Nothing was seen yet. */
    public static final MaintenanceStatus UNSEEN = new MaintenanceStatus(0, List.of(), null, null, List.of());

    /** A time from one moment to another. */
    @Describe("From one moment to another.")
    public record Span(
            @Describe("Start, UTC.") @TextLimits(format = "date-time")
            String start,

            @Describe("End, UTC.") @TextLimits(format = "date-time")
            String end) {}

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public MaintenanceStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        next = List.copyOf(Objects.requireNonNullElse(next, List.of()));
    }

    public MaintenanceStatus with(long generation, List<Condition> now) {
        return new MaintenanceStatus(generation, now, state, window, next);
    }
}
