package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a schedule. All times are RFC 3339, in UTC.
 *
 * @param activeSince null while nothing is planned
 * @param nextAt null while nothing is planned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What came of the schedule.")
public record VolumeBackupScheduleStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe(
                "Since when the schedule is at work: what was due before, as while it was suspended, is not made up for.")
        @TextLimits(format = "date-time")
        @Nullable
        String activeSince,

        @Describe("When the next backup is due; missing while the schedule is suspended.")
        @TextLimits(format = "date-time")
        @Nullable
        String nextAt,

        @Describe("Time of the schedule that a backup was last begun for.") @TextLimits(format = "date-time") @Nullable
        String lastScheduledAt,

        @Describe("Time of the schedule that was last left out: it was too late, or the backup before was not done.")
        @TextLimits(format = "date-time")
        @Nullable
        String lastSkippedAt,

        @Describe("Time of the schedule of the latest backup that became ready.")
        @TextLimits(format = "date-time")
        @Nullable
        String lastSuccessfulAt,

        @Describe("How many backups there are.") int kept,

        @Describe("The latest of them, new ones first.")
        @ListLimits(max = VolumeBackupScheduleStatus.SHOWN, keys = "name")
        List<Kept> backups)
        implements Observed {

    /** So many backups are named. */
    public static final int SHOWN = 256;

    /** Nothing was seen yet. */
    public static final VolumeBackupScheduleStatus UNSEEN =
            new VolumeBackupScheduleStatus(0, List.of(), null, null, null, null, null, 0, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public VolumeBackupScheduleStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        backups = List.copyOf(Objects.requireNonNullElse(backups, List.of()));
    }

    /** One backup. */
    @Describe("One backup.")
    public record Kept(
            @Describe("Name of the VolumeBackup.") @TextLimits(max = 253)
            String name,

            @Describe("Time of the schedule that it was made for.") @TextLimits(format = "date-time")
            String scheduledAt,

            @Describe("Whether it holds only what changed since the one before.")
            boolean incremental,

            @Describe("How it is.") State state) {}

    /** How a backup is. */
    public enum State {
        @JsonProperty("InProgress")
        IN_PROGRESS,
        @JsonProperty("Ready")
        READY,
        @JsonProperty("Failed")
        FAILED,
        @JsonProperty("Deleting")
        DELETING
    }

    public VolumeBackupScheduleStatus with(long generation, List<Condition> now) {
        return new VolumeBackupScheduleStatus(
                generation, now, activeSince, nextAt, lastScheduledAt, lastSkippedAt, lastSuccessfulAt, kept, backups);
    }
}
