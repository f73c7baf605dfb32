package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are to be committed together. Each is held against what memory has and what the batch has before it, and
 * gets the next resourceVersion. One that is refused, or whose body fails, leaves the others as they are.
 */
final class Batch {

    private final Memory memory;
    private final Interner interner;
    private final Indexer indexer;
    private final Map<ObjectKey, Version> pending = new HashMap<>();
    private final List<Order.Write> orders = new ArrayList<>();
    private final List<Order.Write> accepted = new ArrayList<>();
    private final List<Disk.Row> rows = new ArrayList<>();
    private final Map<Order.Write, Throwable> refused = new HashMap<>();
    private long last;
    private long bytes;

    Batch(Memory memory, Interner interner, Indexer indexer) {
        this.memory = memory;
        this.interner = interner;
        this.indexer = indexer;
        this.last = memory.visible();
    }

    void add(Order.Write order) {
        orders.add(order);
        try {
            check(order.change);
            accept(order);
        } catch (Throwable e) { // of whatever kind: it is the caller's, and must not stop the writer
            refused.put(order, e);
        }
    }

    private void check(Change change) {
        var key = change.key();
        var stored = live(key);
        boolean exists = stored != null;
        long version = stored == null ? Change.ABSENT : stored.resourceVersion();
        if (change.expected() != version || (!exists && change instanceof Change.Delete)) {
            throw new WriteRefused(why(change, exists), key);
        }
        if (change instanceof Change.Put put) {
            for (var required : put.required()) {
                if (live(required) == null) {
                    throw new WriteRefused(Why.REQUIRED_ABSENT, required);
                }
            }
        }
    }

    private static Why why(Change change, boolean exists) {
        if (!exists) {
            return Why.ABSENT;
        }
        return change.expected() == Change.ABSENT && change instanceof Change.Put ? Why.EXISTS : Why.OTHER_VERSION;
    }

    private @Nullable Version live(ObjectKey key) {
        var version = newest(key);
        return version == null || version.gone ? null : version;
    }

    private @Nullable Version newest(ObjectKey key) {
        var version = pending.get(key);
        return version != null
                ? version
                : memory.known(key.resource()).map(table -> table.newest(key)).orElse(null);
    }

    private void accept(Order.Write order) {
        var change = order.change;
        long next = last + 1;
        var json = switch (change) {
            case Change.Put put -> put.body().at(next);
            case Change.Delete delete -> delete.lastState().at(next);
        };
        var table = memory.table(change.key().resource());
        var before = newest(change.key());
        var key = before == null ? shared(table, change.key()) : before.entry.key();
        var index = interner.index(indexer.index(table.resource, json));
        var version = new Version(new Entry(key, next, json, index), change instanceof Change.Delete, before);
        // Nothing can fail from here on, so the resourceVersion is used.
        last = next;
        bytes += json.length;
        pending.put(key, version);
        accepted.add(order);
        rows.add(new Disk.Row(table, version));
    }

    private ObjectKey shared(Table table, ObjectKey key) {
        return new ObjectKey(table.resource, interner.text(key.namespace()), key.name());
    }

    List<Disk.Row> rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /** The rows are durable: shows them to readers, all at once. */
    void publish(Retention retention, long now) {
        for (var row : rows) {
            memory.dependents.change(row.version().before(), row.version());
            row.table().publish(row.version());
            retention.keep(row.table(), row.version(), now);
        }
        memory.show(last);
        rows.forEach(row -> row.table().news.set(true));
    }

    /** Lets the callers go on, after {@link #publish}. */
    void release() {
        for (int i = 0; i < accepted.size(); i++) {
            accepted.get(i).done(rows.get(i).version().entry);
        }
        refused.forEach(Order::failed);
    }

    /** Nothing was written; refusals may have rested on what was not, so they fail as well. */
    void fail(RuntimeException why) {
        orders.forEach(order -> order.failed(why));
    }
}
