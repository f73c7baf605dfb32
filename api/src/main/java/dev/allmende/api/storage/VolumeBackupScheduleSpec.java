package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.Span;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When backups are made, and how long they are kept.
 *
 * @param retention null to keep all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("When backups are made, and how long they are kept.")
public record VolumeBackupScheduleSpec(
        @Describe("Volume of this namespace, also one that a server uses.") @Immutable
        ObjectReference volumeRef,

        @Describe(
                "Five fields as in crontab(5): minute, hour, day of month, month, day of week; such as '30 2 * * mon-fri'."
                        + " Each is * or a list of numbers, names and ranges, which may have a step. When both days say something, one of"
                        + " them is enough.")
        @TextLimits(min = 9, max = 200, pattern = VolumeBackupScheduleSpec.CRON)
        String schedule,

        @Describe(
                "IANA's name of the time zone of schedule, such as Europe/Berlin. A time that a change of the clocks skips"
                        + " comes at the end of the gap. One that comes twice counts the first time, or twice when the hours are *.")
        @TextLimits(max = 64, pattern = "^[A-Za-z][A-Za-z0-9_+/-]*$")
        @Default("UTC")
        String timeZone,

        @Describe("True: nothing is made and nothing is deleted. What was left out is not made up for.") @Nullable
        Boolean suspend,

        @Describe(
                "Every how many backups one holds the whole volume: 7 for one and six increments after it. Without it each"
                        + " one does.")
        @NumberLimits(min = 1, max = 100)
        @Nullable
        Integer fullEvery,

        @Describe(
                "How late a backup may begin, such as 2h, when the controllers did not run, the volume was not there or the"
                        + " one before was not done. Without it the latest that was missed is made up for, however late.")
        @TextLimits(max = 8, pattern = Span.PATTERN)
        @Nullable
        String startDeadline,

        @Describe("Which backups are kept; without it all are.") @Nullable
        Retention retention,

        @Describe("Where in the other storage they lie; without it the cloud's usual place.")
        @TextLimits(min = 1, max = 255)
        @Nullable
        String container,

        @Describe("Keys and values for the cloud, of each backup.") @TextLimits(max = 255) @Nullable
        Map<String, String> metadata,

        @Describe(
                "What becomes of the backups when this object is deleted. Retain: they stay, and a schedule of the same name"
                        + " and volume takes them on. Delete: they go with it.")
        @Default("Retain")
        Backups deletionPolicy) {

    /** Roughly: what the numbers may be is seen when it is read. */
    static final String CRON = "^[0-9A-Za-z*,/-]+( [0-9A-Za-z*,/-]+){4}$";

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public VolumeBackupScheduleSpec {
        timeZone = Objects.requireNonNullElse(timeZone, "UTC");
        deletionPolicy = Objects.requireNonNullElse(deletionPolicy, Backups.RETAIN);
    }

    /** What becomes of the backups without their schedule. */
    public enum Backups {
        @JsonProperty("Retain")
        RETAIN,
        @JsonProperty("Delete")
        DELETE
    }

    /** Which backups are kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe(
            "Which backups are kept: what neither rule keeps is deleted. Always kept are the latest good one, those that kept"
                    + " increments stand on, and those whose deletionPolicy somebody set to Protect or Retain.")
    @Rule(cel = "has(self.keepLast) || has(self.keepFor)", message = "say keepLast, keepFor or both")
    public record Retention(
            @Describe("How many good ones.") @NumberLimits(min = 1, max = 1000) @Nullable
            Integer keepLast,

            @Describe("All that are younger than this, such as 30d.")
            @TextLimits(max = 8, pattern = Span.PATTERN)
            @Nullable
            String keepFor) {}
}
