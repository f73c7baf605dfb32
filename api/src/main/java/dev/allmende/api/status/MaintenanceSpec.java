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

/**
 * What is planned, when, for whom. The window is written in local time of its zone. Who writes its {@code end} keeps the end
 * on the clock (02:00 to 04:00 is three hours in the night that the clocks go back); who writes its {@code length} keeps the
 * length.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe(
        "What is planned, when, for whom. With 'end' a window keeps its end on the clock when the clocks change in it; with "
                + "'length' it keeps its length.")
@Rule(cel = "has(self.end) != has(self.length)", message = "give the window either an end or a length")
@Rule(
        cel = "!has(self.approvedBy) || (has(self.requestedBy) && self.approvedBy != self.requestedBy)",
        message = "who asked for the maintenance (requestedBy) may not approve it: another person does")
public record MaintenanceSpec(
        @Describe("Heading.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("What is to be done, and what readers will notice.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Heading and text in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations,

        @Describe("Start of the (first) window in local time, such as '2026-12-01T02:00'.") @TextLimits(pattern = LOCAL)
        String start,

        @Describe("End of the (first) window in local time.") @TextLimits(pattern = LOCAL) @Nullable
        String end,

        @Describe("Length of a window instead, ISO 8601, such as 'PT2H'.") @TextLimits(pattern = PERIOD) @Nullable
        String length,

        @Describe("Time zone of the local times, such as 'Europe/Berlin'.")
        @TextLimits(max = 64, pattern = "^[A-Za-z0-9_+/-]+$")
        @Default("UTC")
        String timeZone,

        @Describe("Rule of a series, RFC 5545, such as 'FREQ=MONTHLY;BYDAY=1TU'; daily at most.")
        @TextLimits(max = 500, pattern = "^[A-Za-z0-9=;,+-]+$")
        @Nullable
        String recurrence,

        @Describe(
                "Starts of the series that are left out, such as '2026-12-25T02:00', or whole days, such as '2026-12-25'.")
        @ListLimits(max = 512)
        @TextLimits(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$")
        List<String> exceptions,

        @Describe("How many days ahead windows of a series are shown; without it 90.")
        @NumberLimits(min = 1, max = 800)
        @Nullable
        Integer horizonDays,

        @Describe("What makes a window begin.") @Default("ByClock")
        MaintenanceEdge begins,

        @Describe("What makes a window end. WhenConfirmed: it overruns until somebody says that it is finished.")
        @Default("ByClock")
        MaintenanceEdge ends,

        @Describe("Whether a second person must approve it; until then readers do not see it.") @Default("NotNeeded")
        Approval approval,

        @Describe("Who asked for it.") @TextLimits(max = 253) @Nullable
        String requestedBy,

        @Describe("Who approved it.") @TextLimits(max = 253) @Nullable
        String approvedBy,

        @Describe("What is expected to suffer.") @ListLimits(max = 256)
        List<ExpectedImpact> affects,

        @Describe("How long before the start readers are told, ISO 8601, such as 'P14D', 'P3D', 'PT1H'.")
        @ListLimits(max = 16)
        @TextLimits(pattern = PERIOD)
        List<String> announce,

        @Describe("Address of the change ticket.") @TextLimits(max = 2000, pattern = "^https?://[^ ]+$") @Nullable
        String ticket,

        @Describe("What became of single windows: moved, extended, begun, finished, called off.")
        @ListLimits(max = 512, keys = "of")
        List<WindowChange> changes,

        @Describe("All of it called off.") @Nullable Cancellation cancelled,

        @Describe("News of it.") @ListLimits(max = 512, keys = "order")
        List<Update> updates,

        @Describe("The highest number that an update ever had; numbers are not given twice.")
        @NumberLimits(min = 0, max = 1000000)
        @Nullable
        Integer lastOrder) {

    /** A local date and time. */
    static final String LOCAL = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";

    /** A duration of days, hours, minutes and seconds, ISO 8601. */
    static final String PERIOD = "^P([0-9]{1,4}D)?(T([0-9]{1,5}H)?([0-9]{1,6}M)?([0-9]{1,7}S)?)?$";

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public MaintenanceSpec {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
        timeZone = Objects.requireNonNullElse(timeZone, "UTC");
        exceptions = List.copyOf(Objects.requireNonNullElse(exceptions, List.of()));
        begins = Objects.requireNonNullElse(begins, MaintenanceEdge.BY_CLOCK);
        ends = Objects.requireNonNullElse(ends, MaintenanceEdge.BY_CLOCK);
        approval = Objects.requireNonNullElse(approval, Approval.NOT_NEEDED);
        affects = List.copyOf(Objects.requireNonNullElse(affects, List.of()));
        announce = List.copyOf(Objects.requireNonNullElse(announce, List.of()));
        changes = List.copyOf(Objects.requireNonNullElse(changes, List.of()));
        updates = List.copyOf(Objects.requireNonNullElse(updates, List.of()));
    }

    /** A window each week, which begins and ends by the clock and is told of three days and an hour before. */
    public static MaintenanceSpec weekly(
            String displayName,
            String description,
            List<Translation> translations,
            String start,
            String end,
            String timeZone,
            List<ExpectedImpact> affects) {
        return new MaintenanceSpec(
                displayName,
                description,
                translations,
                start,
                end,
                null,
                timeZone,
                "FREQ=WEEKLY",
                List.of(),
                null,
                MaintenanceEdge.BY_CLOCK,
                MaintenanceEdge.BY_CLOCK,
                Approval.NOT_NEEDED,
                null,
                null,
                affects,
                List.of("P3D", "PT1H"),
                null,
                List.of(),
                null,
                List.of(),
                null);
    }
}
