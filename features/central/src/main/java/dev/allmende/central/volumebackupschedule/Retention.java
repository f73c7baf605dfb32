package dev.allmende.central.volumebackupschedule;

import dev.allmende.api.Span;
import dev.allmende.api.storage.VolumeBackupScheduleSpec;
import dev.allmende.api.storage.VolumeBackupScheduleStatus.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which backups may go. An increment stands on the backup before it, and so on down to a whole one: those stay as long as it
 * does, and what goes, goes from the last increment on. Pure.
 *
 * @param copies old ones first
 */
record Retention(List<Copy> copies) {

    /** What may be deleted now; the rest of what is not kept follows when that is gone. */
    List<Copy> surplus(VolumeBackupScheduleSpec.@Nullable Retention rule, Instant now) {
        return removable(kept(rule, now));
    }

    /** The same, when none is kept but those that somebody wants. */
    List<Copy> all() {
        var kept = new HashSet<Copy>();
        copies.stream().filter(Copy::pinned).forEach(kept::add);
        return removable(kept);
    }

    private Set<Copy> kept(VolumeBackupScheduleSpec.@Nullable Retention rule, Instant now) {
        var good = copies.stream().filter(copy -> copy.is(State.READY)).toList();
        var kept = new HashSet<Copy>();
        copies.stream()
                .filter(copy -> copy.pinned() || copy.is(State.IN_PROGRESS))
                .forEach(kept::add);
        lastFailure().ifPresent(kept::add);
        if (rule == null) {
            kept.addAll(good);
            return kept;
        }
        int last = Math.max(1, rule.keepLast() == null ? 1 : rule.keepLast());
        kept.addAll(good.subList(Math.max(0, good.size() - last), good.size()));
        if (rule.keepFor() != null) {
            var oldest = now.minus(Span.of(rule.keepFor()));
            good.stream().filter(copy -> copy.at().isAfter(oldest)).forEach(kept::add);
        }
        return kept;
    }

    /** It tells why there is nothing newer; after a good one nobody asks. */
    private Optional<Copy> lastFailure() {
        return copies.reversed().stream()
                .filter(copy -> copy.is(State.FAILED) || copy.is(State.READY))
                .findFirst()
                .filter(copy -> copy.is(State.FAILED));
    }

    private List<Copy> removable(Set<Copy> kept) {
        return IntStream.range(0, copies.size())
                .filter(index -> !copies.get(index).is(State.DELETING))
                .filter(index -> !kept.contains(copies.get(index)) && !isStoodOn(index))
                .mapToObj(copies::get)
                .toList();
    }

    /** Whether an increment that is still there stands on it, or may. */
    private boolean isStoodOn(int index) {
        if (copies.get(index).is(State.FAILED)) {
            return false;
        }
        return copies.subList(index + 1, copies.size()).stream()
                .takeWhile(copy -> !copy.isWhole())
                .anyMatch(Copy::incremental);
    }
}
