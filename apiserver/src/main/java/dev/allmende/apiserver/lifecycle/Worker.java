package dev.allmende.apiserver.lifecycle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Works off keys, one at a time, each at most once at a time; a key that is not done comes again later, ever more seldom.
 */
public final class Worker<K> implements AutoCloseable {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    /** Does the work for a key. */
    public interface Work<K> {
        /** @return whether it is done; else it is tried again */
        boolean run(K key) throws InterruptedException;
    }

    /** @param at by {@link System#nanoTime} */
    private record Later<K>(K key, long at, int tries) {}

    private final Work<K> work;
    private final Consumer<Exception> problems;
    private final SequencedMap<K, Integer> ready = new LinkedHashMap<>();
    private final Map<K, Later<K>> later = new HashMap<>();
    // has entries, too, that `later` no longer holds: their keys became ready before their time
    private final Queue<Later<K>> pauses = new PriorityQueue<>((a, b) -> Long.signum(a.at() - b.at()));
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    public Worker(String name, Work<K> work, Consumer<Exception> problems) {
        this.work = work;
        this.problems = problems;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Something happened to this key: look at it now. */
    public void add(K key) {
        lock.lock();
        try {
            later.remove(key);
            ready.put(key, 0);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var next = take();
                if (!done(next.getKey())) {
                    again(next.getKey(), next.getValue());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean done(K key) throws InterruptedException {
        try {
            return work.run(key);
        } catch (RuntimeException e) {
            problems.accept(e);
            return false;
        }
    }

    private void again(K key, int tries) {
        lock.lock();
        try {
            long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tries, 12));
            if (!ready.containsKey(key)) {
                var due = new Later<>(key, System.nanoTime() + pause, tries + 1);
                later.put(key, due);
                pauses.add(due);
            }
        } finally {
            lock.unlock();
        }
    }

    private Map.Entry<K, Integer> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long wait = endPauses();
                var first = ready.pollFirstEntry();
                if (first != null) {
                    return first;
                }
                changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes ready what has waited long enough. @return nanoseconds until there may be more */
    private long endPauses() {
        for (var next = pauses.peek(); next != null; next = pauses.peek()) {
            long wait = next.at() - System.nanoTime();
            if (wait > 0) {
                return wait;
            }
            pauses.remove();
            if (later.remove(next.key(), next)) {
                ready.put(next.key(), next.tries());
            }
        }
        return LONGEST_PAUSE;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
