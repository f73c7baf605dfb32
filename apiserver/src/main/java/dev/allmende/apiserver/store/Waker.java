package dev.allmende.apiserver.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes those who wait for a commit, on a thread of its own: the writer goes on at once however many watch. While it wakes
 * a thousand, further commits come in and share the next round.
 */
final class Waker implements AutoCloseable {

    private final Memory memory;
    private final AtomicBoolean news = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    Waker(Memory memory) {
        this.memory = memory;
        this.thread = Thread.ofPlatform().daemon().name("store-waker").start(this::run);
    }

    /** There is something new in the tables whose {@link Table#news} is set. */
    void call() {
        if (!news.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            if (!news.getAndSet(false)) {
                LockSupport.park(this);
                continue;
            }
            for (var table : memory.tables()) {
                if (table.news.getAndSet(false)) {
                    table.sleepers.wake();
                }
            }
            memory.sleepers.wake();
        }
        memory.tables().forEach(table -> table.sleepers.wake());
        memory.sleepers.wake();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
