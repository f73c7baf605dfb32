package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All objects and the kept history. A commit becomes visible as a whole, by one step of {@link #visible}: readers look at
 * chains of versions no further than that.
 */
final class Memory {

    /** Those who wait for any commit. */
    final Sleepers sleepers = new Sleepers();

    final Dependents dependents = new Dependents();

    private final ConcurrentHashMap<GroupResource, Table> tables = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final long base;
    private volatile long visible;
    private volatile boolean closed;

    /** @param base resourceVersions up to this one are from before a restored backup: nobody may go on from them */
    Memory(long base) {
        this.base = base;
        this.visible = base;
    }

    /** A table as it is named in the file. */
    Table add(GroupResource resource, int id, long floor) {
        lastId.accumulateAndGet(id, Math::max);
        var table = new Table(resource, id, Math.max(floor, base));
        tables.put(resource, table);
        return table;
    }

    /** The table of a resource, made when it is asked for the first time. */
    Table table(GroupResource resource) {
        var table = tables.get(resource);
        return table != null
                ? table
                : tables.computeIfAbsent(resource, r -> new Table(r, lastId.incrementAndGet(), base));
    }

    Optional<Table> known(GroupResource resource) {
        return Optional.ofNullable(tables.get(resource));
    }

    Collection<Table> tables() {
        return tables.values();
    }

    long base() {
        return base;
    }

    /** The resourceVersion up to which readers see. */
    long visible() {
        return visible;
    }

    void show(long resourceVersion) {
        visible = resourceVersion;
    }

    /** The newest visible state; a deletion is none. */
    Optional<Entry> get(ObjectKey key) {
        var table = tables.get(key.resource());
        while (table != null) {
            long now = visible;
            var newest = table.newest(key);
            var version = newest == null ? null : newest.at(now);
            if (version != null || newest == null || now == visible) {
                return live(version);
            }
            // The chain was cut above the resourceVersion read first: there is a newer one by now.
        }
        return Optional.empty();
    }

    /** All states of a resource that memory holds, old ones and deleted ones as well. */
    List<Entry> states(GroupResource resource) {
        var states = new ArrayList<Entry>();
        for (var newest : table(resource).newest.values()) {
            for (Version version = newest; version != null; version = version.before()) {
                states.add(version.entry);
            }
        }
        return states;
    }

    private static Optional<Entry> live(@Nullable Version version) {
        return version == null || version.gone ? Optional.empty() : Optional.of(version.entry);
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }
}
