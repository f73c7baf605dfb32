package dev.allmende.apiserver.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A place in the history of one resource. */
final class Cursor implements ObjectStore.Watch {

    /** Most changes at once, so that a reader far behind can write out some before it asks for more. */
    private static final int MOST = 1000;

    private final Memory memory;
    private final Table table;
    private final Sleeper sleeper = new Sleeper();
    private final long after;
    private long position;
    private long seen;
    private volatile boolean closed;

    Cursor(Memory memory, Table table, long after) {
        this.memory = memory;
        this.table = table;
        this.after = after;
        this.seen = after;
        this.position = table.ring.firstAfter(after);
        // Looked at last: what was dropped before the position was found shows here, what is dropped later shows there.
        if (after < table.floor()) {
            throw new ObjectStore.Compacted(after, table.floor());
        }
        table.sleepers.add(sleeper);
    }

    @Override
    public List<StoredEvent> next(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var events = read(memory.visible(), MOST);
            if (!events.isEmpty() || closed) {
                return events;
            }
            if (memory.closed()) {
                throw new StoreUnavailable("the store is closed");
            }
            if (!sleeper.await(() -> hasNext() || closed || memory.closed(), deadline)) {
                return List.of();
            }
        }
    }

    private boolean hasNext() {
        long visible = memory.visible();
        return position < table.ring.tail() && table.ring.reached(position, visible);
    }

    /** What is visible up to a resourceVersion and was not returned yet. All changes up to there are in the ring by then. */
    List<StoredEvent> read(long visible, int most) {
        long tail = table.ring.tail();
        var events = new ArrayList<StoredEvent>();
        while (position < tail && events.size() < most && !closed) {
            var event = table.ring.at(position);
            if (event == null) {
                throw new ObjectStore.Compacted(seen, table.floor());
            }
            long version = event.entry().resourceVersion();
            if (version > visible) {
                break;
            }
            position++;
            if (version > after) {
                events.add(event);
                seen = version;
            }
        }
        if (events.size() < most) {
            seen = Math.max(seen, visible);
        }
        return events;
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void close() {
        closed = true;
        table.sleepers.remove(sleeper);
        sleeper.wake();
    }
}
