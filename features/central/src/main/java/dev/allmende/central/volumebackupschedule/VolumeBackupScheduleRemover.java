package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.Reason;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleSpec.Backups;
import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import dev.allmende.kit.Outcome;
import dev.allmende.kit.Remover;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves the backups, or takes them along when that is wanted, increments first. */
final class VolumeBackupScheduleRemover implements Remover<VolumeBackupSchedule, VolumeBackupScheduleStatus> {

    /** So many backups are named. */
    private static final int NAMED = 10;

    private final Copies copies;

    VolumeBackupScheduleRemover(Copies copies) {
        this.copies = copies;
    }

    @Override
    public Step<VolumeBackupScheduleStatus> remove(VolumeBackupSchedule schedule) {
        var all = copies.of(schedule);
        var surplus = new Retention(all).all();
        var going = Stream.concat(surplus.stream(), all.stream().filter(copy -> copy.is(State.DELETING)))
                .toList();
        if (schedule.getSpec().deletionPolicy() == Backups.RETAIN || going.isEmpty()) {
            return new Gone<>();
        }
        surplus.forEach(copy -> copies.delete(schedule, copy));
        var before = Objects.requireNonNullElse(schedule.getStatus(), VolumeBackupScheduleStatus.UNSEEN);
        var names = going.stream().map(Copy::name).limit(NAMED).collect(Collectors.joining(", "));
        return new Left<>(new Outcome.Busy<>(
                new Diary(before, all).status(Optional.empty()), Reason.DELETING, "waits for the end of " + names));
    }
}
