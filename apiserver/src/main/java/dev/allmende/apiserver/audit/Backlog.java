package dev.allmende.apiserver.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events between the requests and the writer, bounded by weight in bytes: who adds to a full backlog waits. A request that
 * would go unrecorded is better late.
 */
final class Backlog {

    private static final long EVENT_WEIGHT = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final long heaviest;
    private List<AuditEvent> waiting = new ArrayList<>();
    private long weight;
    private long added;
    private long written;
    private boolean closed;

    Backlog(long heaviest) {
        this.heaviest = heaviest;
    }

    /** @return false when it is closed: the event is lost */
    boolean add(AuditEvent event) {
        long more = EVENT_WEIGHT
                + event.request().map(body -> body.length).orElse(0)
                + event.response().map(body -> body.length).orElse(0);
        lock.lock();
        try {
            while (weight > 0 && weight + more > heaviest && !closed) {
                emptied.awaitUninterruptibly();
            }
            if (closed) {
                return false;
            }
            waiting.add(event);
            weight += more;
            added++;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events; empty only when it is closed and all are taken. */
    List<AuditEvent> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            var taken = waiting;
            waiting = new ArrayList<>(Math.min(taken.size() + 16, 4096));
            weight = 0;
            emptied.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void wrote(int events) {
        lock.lock();
        try {
            written += events;
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything that has been added is written. */
    void awaitWritten() {
        lock.lock();
        try {
            long wanted = added;
            while (written < wanted) {
                emptied.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
