package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.Condition;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.Kept;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import dev.allmende.central.keep.Marks;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A backup as its schedule sees it. Pure.
 *
 * @param at the time of the schedule that it was made for
 * @param pinned whether somebody said what is to become of it: then it is not ours to delete
 */
record Copy(String name, Instant at, boolean incremental, State state, boolean pinned) {

    static Copy of(VolumeBackup backup) {
        var spec = backup.getSpec();
        var policy = spec.deletionPolicy();
        return new Copy(
                backup.getMetadata().getName(),
                at(backup),
                spec.incremental() != null && spec.incremental(),
                state(backup),
                policy == DeletionPolicy.PROTECT || policy == DeletionPolicy.RETAIN);
    }

    /** One that somebody gave the label to by hand has the time at which its object was made. */
    private static Instant at(VolumeBackup backup) {
        var made = Instant.parse(backup.getMetadata().getCreationTimestamp());
        var said = Marks.annotation(backup, VolumeBackupSchedule.SCHEDULED_AT);
        try {
            return said.isEmpty() ? made : Instant.parse(said);
        } catch (DateTimeParseException broken) {
            return made;
        }
    }

    /**
     * By what was last seen in the cloud: while the cloud cannot be reached, a good one stays a good one. One that was never
     * made and will not be has failed; one that waits, for a quota, say, is on its way.
     */
    private static State state(VolumeBackup backup) {
        var status = backup.getStatus();
        if (backup.getMetadata().getDeletionTimestamp() != null) {
            return State.DELETING;
        }
        if (status == null) {
            return State.IN_PROGRESS;
        }
        var seen = status.observed();
        if (seen != null) {
            return switch (seen.status()) {
                case "available", "restoring" -> State.READY;
                case "error", "error_deleting" -> State.FAILED;
                default -> State.IN_PROGRESS;
            };
        }
        boolean isOver = Condition.find(status.conditions(), Condition.PROGRESSING)
                .filter(progressing -> !progressing.isTrue())
                .isPresent();
        return isOver ? State.FAILED : State.IN_PROGRESS;
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /** Whether it holds the whole volume. */
    boolean isWhole() {
        return is(State.READY) && !incremental;
    }

    Kept shown() {
        return new Kept(name, at.toString(), incremental, state);
    }
}
