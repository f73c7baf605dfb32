package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a probe found last. Written at most once a minute: results as such are no news to the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the probe found last, brought up to date once a minute.")
public record ProbeStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("OK, Suspect, Degraded, Failed, Recovering, Unknown or Suppressed.") @TextLimits(max = 32) @Nullable
        String state,

        @Describe("When it was asked last.") @TextLimits(format = "date-time") @Nullable
        String lastAt,

        @Describe("Time of the last answer in milliseconds.") @Nullable
        Long latencyMillis,

        @Describe("Where that went, in milliseconds, such as resolve, connect, tls, processing, transfer.")
        Map<String, Long> phases,

        @Describe("Class of the last error, such as dns, connect, tls, timeout, 5xx.") @TextLimits(max = 32) @Nullable
        String error,

        @Describe("What was wrong, for those who run the cloud.") @TextLimits(max = 2048) @Nullable
        String detail,

        @Describe("When the state last changed.") @TextLimits(format = "date-time") @Nullable
        String since)
        implements Observed {

    /** Nothing was seen yet. */
    public static final ProbeStatus UNSEEN =
            new ProbeStatus(0, List.of(), null, null, null, Map.of(), null, null, null);

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public ProbeStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        phases = Map.copyOf(Objects.requireNonNullElse(phases, Map.of()));
    }

    public ProbeStatus with(long generation, List<Condition> now) {
        return new ProbeStatus(generation, now, state, lastAt, latencyMillis, phases, error, detail, since);
    }
}
