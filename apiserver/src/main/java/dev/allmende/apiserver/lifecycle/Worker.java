package dev.allmende.apiserver.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private record Due(long at, int tries) {}

    private final Work<K> work;
    private final Consumer<Exception> problems;
    private final Map<K, Due> waiting = new LinkedHashMap<>();
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
            waiting.put(key, new Due(System.nanoTime(), 0));
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
                    again(next.getKey(), next.getValue().tries());
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
            waiting.putIfAbsent(key, new Due(System.nanoTime() + pause, tries + 1));
        } finally {
            lock.unlock();
        }
    }

    private Map.Entry<K, Due> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                var first = waiting.entrySet().stream()
                        .min(Map.Entry.comparingByValue((a, b) -> Long.compare(a.at() - b.at(), 0)));
                if (first.isEmpty()) {
                    changed.await();
                    continue;
                }
                long wait = first.get().getValue().at() - System.nanoTime();
                if (wait <= 0) {
                    var taken = Map.entry(first.get().getKey(), first.get().getValue());
                    waiting.remove(taken.getKey());
                    return taken;
                }
                changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
