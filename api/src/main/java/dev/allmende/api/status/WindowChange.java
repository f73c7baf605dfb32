package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** What became of one window, by the start that the plan gave it (as RECURRENCE-ID, RFC 5545 3.8.4.4). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What became of one window.")
public record WindowChange(
        @Describe("Which window: the start that the plan gives it, such as '2026-12-01T02:00'.")
        @TextLimits(pattern = MaintenanceSpec.LOCAL)
        String of,

        @Describe("Moved: its start instead, in the same time zone.")
        @TextLimits(pattern = MaintenanceSpec.LOCAL)
        @Nullable
        String start,

        @Describe("Moved, extended or cut short: its end instead, in the same time zone.")
        @TextLimits(pattern = MaintenanceSpec.LOCAL)
        @Nullable
        String end,

        @Describe("Why it was changed, for readers.") @TextLimits(max = 2000) @Nullable
        String reason,

        @Describe("When work began, where somebody says so.") @TextLimits(format = "date-time") @Nullable
        String startedAt,

        @Describe("When the work was done and began to be looked at.") @TextLimits(format = "date-time") @Nullable
        String verifyingAt,

        @Describe("When somebody said that all is finished.") @TextLimits(format = "date-time") @Nullable
        String finishedAt,

        @Describe("Called off.") @Nullable Cancellation cancelled) {

    /** Nothing changed yet. */
    public static WindowChange none(String of) {
        return new WindowChange(of, null, null, null, null, null, null, null);
    }

    public WindowChange moved(@Nullable String newStart, @Nullable String newEnd, @Nullable String why) {
        return new WindowChange(of, newStart, newEnd, why, startedAt, verifyingAt, finishedAt, cancelled);
    }

    public WindowChange started(String at) {
        return new WindowChange(of, start, end, reason, at, verifyingAt, finishedAt, cancelled);
    }

    public WindowChange verifying(String at) {
        return new WindowChange(of, start, end, reason, startedAt, at, finishedAt, cancelled);
    }

    public WindowChange finished(String at) {
        return new WindowChange(of, start, end, reason, startedAt, verifyingAt, at, cancelled);
    }

    public WindowChange cancelled(Cancellation why) {
        return new WindowChange(of, start, end, reason, startedAt, verifyingAt, finishedAt, why);
    }
}
