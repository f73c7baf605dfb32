package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be done now about the making of backups. Pure. */
sealed interface Turn {

    /** Nothing is due. */
    record Rest() implements Turn {}

    /** @param skipped the latest before that one which was never begun */
    record Begin(Instant at, boolean incremental, Optional<Instant> skipped) implements Turn {}

    /** It is too late for this one. */
    record Skip(Instant at) implements Turn {}

    /** It is due, and must wait for the one before. */
    record Hold(Instant at, String unfinished) implements Turn {}

    /**
     * How backups are made.
     *
     * @param deadline how late one may begin; empty for no limit
     */
    record Rules(Calendar calendar, int fullEvery, Optional<Duration> deadline) {}

    /**
     * @param since up to when all is dealt with
     * @param copies the schedule's backups, old ones first
     */
    static Turn of(Rules rules, Instant since, List<Copy> copies, Instant now) {
        var due = rules.calendar().latest(since, now);
        if (due.isEmpty()) {
            return new Rest();
        }
        var at = due.get();
        if (rules.deadline().filter(late -> now.isAfter(at.plus(late))).isPresent()) {
            return new Skip(at);
        }
        var unfinished =
                copies.stream().filter(copy -> copy.is(State.IN_PROGRESS)).findFirst();
        return unfinished
                .<Turn>map(copy -> new Hold(at, copy.name()))
                .orElseGet(() -> new Begin(
                        at,
                        isIncremental(rules.fullEvery(), copies),
                        rules.calendar().latest(since, at.minusNanos(1))));
    }

    /** An increment stands on what is there: without a good whole one before it there is none. */
    private static boolean isIncremental(int fullEvery, List<Copy> copies) {
        int count = 0;
        for (var copy : copies.reversed()) {
            count += copy.is(State.READY) ? 1 : 0;
            if (copy.isWhole()) {
                return count < fullEvery;
            }
        }
        return false;
    }
}
