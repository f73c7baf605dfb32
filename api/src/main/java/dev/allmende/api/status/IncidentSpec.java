package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened, to what, when, and what was told of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What happened, to what, when, and what was told of it.")
@Rule(
        cel = "!has(self.affects) || self.affects.all(a, a.severity > 0) || (has(self.beganAt) && has(self.endedAt))",
        message = "severity 0 is maintenance: beganAt and endedAt are needed (SCS-0402)")
@Rule(
        cel = "!has(self.beganAt) || !has(self.endedAt) || self.beganAt <= self.endedAt",
        message = "endedAt lies before beganAt")
public record IncidentSpec(
        @Describe("Heading.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("What is the matter.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Heading and text in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations,

        @Describe("When it began; may lie in the future.") @TextLimits(format = "date-time") @Nullable
        String beganAt,

        @Describe("When it ended; without it, it lasts.") @TextLimits(format = "date-time") @Nullable
        String endedAt,

        @Describe("How far its handling has come.") @Nullable
        PhaseReference phase,

        @Describe("What suffers.") @ListLimits(max = 256) List<Impact> affects,

        @Describe("News of it.") @ListLimits(max = 512, keys = "order")
        List<Update> updates,

        @Describe("The highest number that an update ever had; numbers are not given twice.")
        @NumberLimits(min = 0, max = 1000000)
        @Nullable
        Integer lastOrder,

        @Describe("Who wrote it.") @Default("Person") Origin origin) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public IncidentSpec {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
        affects = List.copyOf(Objects.requireNonNullElse(affects, List.of()));
        updates = List.copyOf(Objects.requireNonNullElse(updates, List.of()));
        origin = Objects.requireNonNullElse(origin, Origin.PERSON);
    }
}
