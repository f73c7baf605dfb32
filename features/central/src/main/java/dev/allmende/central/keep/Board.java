package dev.allmende.central.keep;

import dev.allmende.openstack.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All things of one kind in one project, as a list shows them. One list serves all who ask at that time, so that a project
 * costs one call for each kind, however many objects it has. Thread-safe.
 */
public final class Board<T extends Resource> {

    /** How old a list may be for an object on its way: it is looked at again in a second or more. */
    static final Duration BUSY = Duration.ofSeconds(1);

    /** How old a list may be for an object that is ready and was not looked at for long, as after a restart. */
    static final Duration CALM = Duration.ofSeconds(60);

    private static final Duration LONG_AGO = Duration.ofMinutes(5);

    private record Shown<T>(long asked, Map<String, T> things) {}

    private final Supplier<List<T>> list;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final Map<String, Long> looks = new ConcurrentHashMap<>();
    private Optional<Shown<T>> shown = Optional.empty();

    /** @param nanos a clock that never goes back */
    Board(Supplier<List<T>> list, LongSupplier nanos) {
        this.list = list;
        this.nanos = nanos;
    }

    /**
     * A thing, by its identifier.
     *
     * @param calm whether nothing is known to be going on with it
     */
    Optional<T> find(String id, boolean calm) {
        long now = nanos.getAsLong();
        var last = looks.put(id, now);
        boolean seldom = last == null || now - last > LONG_AGO.toNanos();
        long age = !calm ? BUSY.toNanos() : seldom ? CALM.toNanos() : 0;
        return Optional.ofNullable(since(id, now - age).get(id));
    }

    /** All of them; none that this program made for an owner, or changed, is missing or old. */
    List<T> all(String owner) {
        return List.copyOf(since(owner, Long.MIN_VALUE).values());
    }

    /** All of them, as they were a moment ago. */
    List<T> lately() {
        return List.copyOf(since("", nanos.getAsLong() - BUSY.toNanos()).values());
    }

    /** To be called when a call for a thing was sent, whatever came of it: what was read before does not count. */
    void changed(String idOrOwner) {
        changes.put(idOrOwner, nanos.getAsLong());
    }

    /** Lets go of a list that nobody asked for lately. */
    void tidy() {
        lock.lock();
        try {
            shown = shown.filter(list -> nanos.getAsLong() - list.asked() < CALM.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private Map<String, T> since(String key, long oldest) {
        lock.lock();
        try {
            var change = changes.get(key);
            var good = shown.filter(list -> oldest == Long.MIN_VALUE || list.asked() - oldest >= 0)
                    .filter(list -> change == null || list.asked() - change > 0);
            return good.orElseGet(this::read).things();
        } finally {
            lock.unlock();
        }
    }

    private Shown<T> read() {
        long asked = nanos.getAsLong();
        var things =
                list.get().stream().collect(Collectors.toMap(Resource::id, Function.identity(), (one, other) -> other));
        changes.values().removeIf(change -> asked - change > 0);
        var now = new Shown<>(asked, things);
        shown = Optional.of(now);
        return now;
    }
}
