package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The objects of one resource and their kept history. The writer's thread changes it, all others only read. */
final class Table {

    final GroupResource resource;

    /** Names the resource in the file. */
    final int id;

    final ConcurrentNavigableMap<ObjectKey, Version> newest = new ConcurrentSkipListMap<>(KeyOrder.WITHIN_RESOURCE);
    final Ring ring = new Ring();
    final Sleepers sleepers = new Sleepers();

    /** Something was published that the sleepers have not been told of. */
    final AtomicBoolean news = new AtomicBoolean();

    private volatile long floor;
    private volatile int count;

    Table(GroupResource resource, int id, long floor) {
        this.resource = resource;
        this.id = id;
        this.floor = floor;
    }

    /** Changes up to this resourceVersion are no longer kept; the state at it still is. */
    long floor() {
        return floor;
    }

    int count() {
        return count;
    }

    @Nullable
    Version newest(ObjectKey key) {
        return newest.get(key);
    }

    /** Adds a change that is kept in the history. */
    void publish(Version version) {
        settle(version);
        ring.add(version);
    }

    /** Sets a state whose change is not in the history. */
    void settle(Version version) {
        var replaced = newest.put(version.entry.key(), version);
        boolean was = replaced != null && !replaced.gone;
        int before = count;
        count = before + (version.gone ? 0 : 1) - (was ? 1 : 0);
    }

    /** The oldest change leaves the history. */
    void forget(Version oldest) {
        floor = oldest.resourceVersion();
        ring.drop();
        oldest.cut();
        if (oldest.gone) {
            newest.remove(oldest.entry.key(), oldest);
        }
    }
}
