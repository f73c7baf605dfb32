package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule knows of its past: from its status, and from the objects, of which one may have been made that the status
 * does not know. Pure.
 *
 * @param copies old ones first
 */
record Diary(VolumeBackupScheduleStatus before, List<Copy> copies) {

    /** The same, at work from now on when it was not: what was due before is not made up for. */
    Diary awake(Instant now) {
        return before.activeSince() == null
                ? with(now.truncatedTo(ChronoUnit.SECONDS).toString(), before.lastSkippedAt())
                : this;
    }

    Diary asleep() {
        return with(null, before.lastSkippedAt());
    }

    /** Up to when all is dealt with, for one that is awake. */
    Instant since() {
        return times(before.activeSince(), before.lastScheduledAt(), before.lastSkippedAt(), newest(copies.stream()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Diary skipped(Instant at) {
        return with(before.activeSince(), at.toString());
    }

    private Diary with(@Nullable String activeSince, @Nullable String lastSkippedAt) {
        return new Diary(
                new VolumeBackupScheduleStatus(
                        before.observedGeneration(),
                        before.conditions(),
                        activeSince,
                        before.nextAt(),
                        before.lastScheduledAt(),
                        lastSkippedAt,
                        before.lastSuccessfulAt(),
                        before.kept(),
                        before.backups()),
                copies);
    }

    Diary begun(Copy copy) {
        var others = copies.stream().filter(old -> !old.name().equals(copy.name()));
        return new Diary(before, Stream.concat(others, Stream.of(copy)).toList());
    }

    VolumeBackupScheduleStatus status(Optional<Instant> next) {
        return new VolumeBackupScheduleStatus(
                before.observedGeneration(),
                before.conditions(),
                before.activeSince(),
                next.map(Instant::toString).orElse(null),
                later(before.lastScheduledAt(), newest(copies.stream())),
                before.lastSkippedAt(),
                later(before.lastSuccessfulAt(), newest(copies.stream().filter(copy -> copy.is(State.READY)))),
                copies.size(),
                copies.reversed().stream()
                        .limit(VolumeBackupScheduleStatus.SHOWN)
                        .map(Copy::shown)
                        .toList());
    }

    private static @Nullable String newest(Stream<Copy> copies) {
        return copies.map(Copy::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(null);
    }

    private static @Nullable String later(@Nullable String one, @Nullable String other) {
        return times(one, other)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private static Stream<Instant> times(@Nullable String... times) {
        return Stream.of(times).filter(Objects::nonNull).map(Instant::parse);
    }
}
