package dev.allmende.apiserver.follow;

import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.ObjectStore.Compacted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Follows the store with one cursor and tells all listeners. */
public final class Hub implements AutoCloseable {

    private static final Duration PULSE = Duration.ofMillis(500);

    private final ObjectStore store;
    private final List<Listener> listeners;
    private final Consumer<Exception> problems;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread thread;
    private long seen;
    private volatile boolean closed;

    /** @param problems told when a listener fails; the hub goes on */
    public Hub(ObjectStore store, List<Listener> listeners, Consumer<Exception> problems) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.problems = problems;
        this.thread = Thread.ofVirtual().name("follow").unstarted(this::run);
    }

    /** Tells every listener the present state, then goes on in the background. */
    public void start() {
        long from = tellState();
        advance(from);
        thread.start();
    }

    /** Waits until all listeners know of a write. @return false when that took too long */
    public boolean await(long resourceVersion, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (seen < resourceVersion && !closed) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return seen >= resourceVersion;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try {
                follow(seen());
            } catch (Compacted missed) {
                advance(tellState());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                problems.accept(e);
                pause();
            }
        }
    }

    private void follow(long from) throws InterruptedException {
        try (var watch = store.watchAll(from)) {
            while (!closed) {
                for (var event : watch.next(PULSE)) {
                    for (var listener : listeners) {
                        if (listener.follows(event.entry().key().resource())) {
                            tell(() -> listener.changed(event));
                        }
                    }
                    advance(event.entry().resourceVersion());
                }
                advance(watch.seen());
            }
        }
    }

    private long tellState() {
        long from = store.resourceVersion();
        for (var listener : listeners) {
            List<Entry> entries = new ArrayList<>();
            for (var resource : store.resources()) {
                if (listener.follows(resource)) {
                    entries.addAll(
                            store.list(resource, "", 0, "", 0, any -> true).entries());
                }
            }
            tell(() -> listener.state(entries));
        }
        return from;
    }

    private void tell(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException e) {
            problems.accept(e);
        }
    }

    private long seen() {
        lock.lock();
        try {
            return seen;
        } finally {
            lock.unlock();
        }
    }

    private void advance(long to) {
        lock.lock();
        try {
            if (to > seen) {
                seen = to;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PULSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
