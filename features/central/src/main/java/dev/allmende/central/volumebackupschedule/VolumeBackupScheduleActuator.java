package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.Reason;
import dev.allmende.api.Span;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackupSchedule;
import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Begins a backup when one is due, and deletes what is not kept. What there is, is read from the objects at each look. */
final class VolumeBackupScheduleActuator implements Actuator<VolumeBackupSchedule, VolumeBackupScheduleStatus> {

    /** While something is going on with a backup: its end wakes the schedule, unless it came before the status was written. */
    private static final Duration MOVING = Duration.ofSeconds(10);

    private final References references;
    private final Copies copies;
    private final Sweep sweep;
    private final InstantSource clock;

    VolumeBackupScheduleActuator(References references, Copies copies, Sweep sweep, InstantSource clock) {
        this.references = references;
        this.copies = copies;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public Outcome<VolumeBackupScheduleStatus> act(VolumeBackupSchedule schedule) {
        var before = Objects.requireNonNullElse(schedule.getStatus(), VolumeBackupScheduleStatus.UNSEEN);
        var diary = new Diary(before, copies.of(schedule));
        var spec = schedule.getSpec();
        Calendar calendar;
        try {
            calendar = Calendar.of(spec.schedule(), spec.timeZone());
        } catch (IllegalArgumentException wrong) {
            var why = Objects.requireNonNullElse(wrong.getMessage(), "");
            return new Outcome.Stuck<>(diary.asleep().status(Optional.empty()), Reason.INVALID_SPEC, why);
        }
        if (isAsleep(schedule)) {
            return new Outcome.Ready<>(diary.asleep().status(Optional.empty()), "suspended");
        }
        try {
            return look(schedule, calendar, diary.awake(clock.instant()));
        } catch (OpenStackException refused) {
            return Refusals.outcome(refused, before);
        }
    }

    /** A tenant that is let go gets no new backups. */
    private boolean isAsleep(VolumeBackupSchedule schedule) {
        var suspend = schedule.getSpec().suspend();
        boolean isLeaving = references
                .mirror()
                .find(Tenant.class, "", schedule.getMetadata().getNamespace())
                .filter(tenant -> tenant.getMetadata().getDeletionTimestamp() != null)
                .isPresent();
        return isLeaving || (suspend != null && suspend);
    }

    private Outcome<VolumeBackupScheduleStatus> look(VolumeBackupSchedule schedule, Calendar calendar, Diary diary) {
        var spec = schedule.getSpec();
        var now = clock.instant();
        var rules = new Turn.Rules(
                calendar,
                Objects.requireNonNullElse(spec.fullEvery(), 1),
                Optional.ofNullable(spec.startDeadline()).map(Span::of));
        var turn = Turn.of(rules, diary.since(), diary.copies(), now);
        var volume = references.ready(Volume.class, schedule, spec.volumeRef());
        var after = switch (turn) {
            case Turn.Rest rest -> diary;
            case Turn.Hold hold -> diary;
            case Turn.Skip(var at) -> diary.skipped(at);
            case Turn.Begin begin -> volume instanceof Sought.Wants ? begin(schedule, begin, diary) : diary;
        };
        var needed = sweep.of(schedule, new Retention(after.copies()).surplus(spec.retention(), now));
        return told(schedule, after.status(calendar.next(now)), turn, volume, after.copies(), needed);
    }

    private Diary begin(VolumeBackupSchedule schedule, Turn.Begin begin, Diary diary) {
        var copy = copies.make(schedule, begin.at(), begin.incremental());
        var skipping = begin.skipped().map(diary::skipped).orElse(diary);
        return skipping.begun(copy);
    }

    private Outcome<VolumeBackupScheduleStatus> told(
            VolumeBackupSchedule schedule,
            VolumeBackupScheduleStatus status,
            Turn turn,
            Sought<Volume> volume,
            List<Copy> all,
            List<Copy> needed) {
        if (volume instanceof Sought.Waits<Volume>(var what)) {
            return new Outcome.Retry<>(status, Reason.WAITING_FOR, what);
        }
        var failed = all.reversed().stream()
                .filter(copy -> copy.is(State.READY) || copy.is(State.FAILED))
                .findFirst()
                .filter(copy -> copy.is(State.FAILED));
        if (failed.isPresent()) {
            return new Outcome.Retry<>(
                    status,
                    Reason.FAILED,
                    "backup %s did not succeed%s".formatted(failed.get().name(), copies.told(schedule, failed.get())));
        }
        var words = new ArrayList<String>();
        words.add("%d backups".formatted(status.kept()));
        if (turn instanceof Turn.Hold(var at, var unfinished)) {
            words.add("that of %s waits for the end of %s".formatted(at, unfinished));
        }
        needed.forEach(copy -> words.add("%s stays: increments of somebody else stand on it".formatted(copy.name())));
        return new Outcome.Ready<>(status, String.join("; ", words));
    }

    @Override
    public Optional<Duration> patience(VolumeBackupScheduleStatus status) {
        boolean isMoving = status.backups().stream()
                .anyMatch(copy -> copy.state() == State.IN_PROGRESS || copy.state() == State.DELETING);
        var next = Optional.ofNullable(status.nextAt()).map(at -> Duration.between(clock.instant(), Instant.parse(at)));
        return isMoving ? next.filter(due -> due.compareTo(MOVING) < 0).or(() -> Optional.of(MOVING)) : next;
    }
}
