package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest rounds of each probe that is asked at a place. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("The newest rounds of each probe at the place. Written by the agent.")
public record ProbeReportSpec(
        @Describe("When the agent wrote last, by its clock.") @TextLimits(format = "date-time") @Nullable
        String seenAt,

        @Describe("Rounds, those of a probe in their order.") @ListLimits(max = 1000)
        List<Round> rounds) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ProbeReportSpec {
        rounds = List.copyOf(Objects.requireNonNullElse(rounds, List.of()));
    }

    /** Nothing was found yet. */
    public static ProbeReportSpec empty() {
        return new ProbeReportSpec(null, List.of());
    }

    /** A round. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A round of a probe.")
    public record Round(
            @Describe("Probe, by its name.") @TextLimits(min = 1, max = 253)
            String probe,

            @Describe("When it was asked.") @TextLimits(format = "date-time")
            String at,

            @Describe("How the answer was.") Grade grade,

            @Describe("Time of the answer in milliseconds.") @NumberLimits(min = 0, max = 86400000)
            long latencyMillis,

            @Describe("Where that went, in milliseconds.") Map<String, Long> phases,

            @Describe("Class of the error, such as dns, connect, tls, timeout, 5xx.") @TextLimits(max = 32) @Nullable
            String error,

            @Describe("What was wrong, for those who run the cloud.") @TextLimits(max = 500) @Nullable
            String detail) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Round {
            phases = Map.copyOf(Objects.requireNonNullElse(phases, Map.of()));
        }
    }

    /** How an answer was. */
    public enum Grade {
        @JsonProperty("OK")
        OK,
        @JsonProperty("Slow")
        SLOW,
        @JsonProperty("Failed")
        FAIL,
        /** Nothing is known: the agent's own side failed. */
        @JsonProperty("Unknown")
        UNKNOWN
    }
}
