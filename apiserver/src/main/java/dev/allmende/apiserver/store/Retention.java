package dev.allmende.apiserver.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Decides which changes leave the history, oldest first. For the writer's thread. */
final class Retention {

    /** A change that is kept since a time in milliseconds. */
    record Kept(Table table, Version version, long since) {}

    /** Changes in order that are kept for the same time. */
    private record Queue(ArrayDeque<Kept> changes, Duration age) {}

    private final HistoryLimits limits;
    private final Queue shortLived;
    private final Queue others;
    private long bytes;

    Retention(HistoryLimits limits) {
        this.limits = limits;
        this.shortLived = new Queue(new ArrayDeque<>(), limits.shortAge());
        this.others = new Queue(new ArrayDeque<>(), limits.age());
    }

    void keep(Table table, Version version, long now) {
        queue(table).changes().add(new Kept(table, version, now));
        bytes += version.historyBytes();
    }

    private Queue queue(Table table) {
        return limits.shortLived().contains(table.resource) ? shortLived : others;
    }

    /** What should leave now, at most so many. Nothing changes until {@link #drop}. */
    List<Kept> due(long now, int most) {
        var due = new ArrayList<Kept>();
        int keptChanges = shortLived.changes().size() + others.changes().size();
        long keptBytes = bytes;
        for (var queue : List.of(shortLived, others)) {
            long tooOld = now - queue.age().toMillis();
            for (var oldest : queue.changes()) {
                boolean within = keptChanges <= limits.changes() && keptBytes <= limits.bytes();
                if (due.size() == most || (within && oldest.since() > tooOld)) {
                    break;
                }
                due.add(oldest);
                keptChanges--;
                keptBytes -= oldest.version().historyBytes();
            }
        }
        return due;
    }

    /** What {@link #due} gave has left the file: let it leave memory. */
    void drop(List<Kept> due) {
        for (var kept : due) {
            queue(kept.table()).changes().remove();
            bytes -= kept.version().historyBytes();
            kept.table().forget(kept.version());
        }
    }
}
