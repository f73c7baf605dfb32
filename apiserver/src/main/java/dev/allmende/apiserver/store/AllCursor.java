package dev.allmende.apiserver.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place in the history of all resources: one cursor for each, read up to the same resourceVersion, put in order. */
final class AllCursor implements ObjectStore.Watch {

    private final Memory memory;
    private final Sleeper sleeper = new Sleeper();
    private final Map<Table, Cursor> cursors = new HashMap<>();
    private long seen;
    private volatile boolean closed;

    AllCursor(Memory memory, long after) {
        this.memory = memory;
        this.seen = after;
        if (after < memory.base()) {
            throw new ObjectStore.Compacted(after, memory.base());
        }
        open();
        memory.sleepers.add(sleeper);
    }

    private void open() {
        for (var table : memory.tables()) {
            cursors.computeIfAbsent(table, t -> new Cursor(memory, t, seen));
        }
    }

    @Override
    public List<StoredEvent> next(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var events = read();
            if (!events.isEmpty() || closed) {
                return events;
            }
            if (memory.closed()) {
                throw new StoreUnavailable("the store is closed");
            }
            long before = seen;
            if (!sleeper.await(() -> memory.visible() > before || closed || memory.closed(), deadline)) {
                return List.of();
            }
        }
    }

    private List<StoredEvent> read() {
        long visible = memory.visible();
        open();
        var events = new ArrayList<StoredEvent>();
        for (var cursor : cursors.values()) {
            events.addAll(cursor.read(visible, Integer.MAX_VALUE));
        }
        events.sort(Comparator.comparingLong(event -> event.entry().resourceVersion()));
        seen = Math.max(seen, visible);
        return events;
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void close() {
        closed = true;
        memory.sleepers.remove(sleeper);
        cursors.values().forEach(Cursor::close);
        sleeper.wake();
    }
}
