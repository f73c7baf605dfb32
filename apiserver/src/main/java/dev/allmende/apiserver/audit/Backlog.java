package dev.allmende.apiserver.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events between the requests and the writer, bounded by weight in bytes: who adds to a full backlog waits. A request that
 * would go unrecorded is better late.
 */
final class Backlog {

    private static final long EVENT_WEIGHT = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toTake = lock.newCondition();
    private final Condition changed = lock.newCondition();
    private final long heaviest;
    private List<AuditEvent> waiting = new ArrayList<>();
    private long weight;
    private long added;
    private long written;
    private boolean hurry;
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
                hurry();
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return false;
            }
            waiting.add(event);
            weight += more;
            added++;
            if (weight > heaviest / 2) {
                hurry();
            } else if (waiting.size() == 1) {
                toTake.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void hurry() {
        if (!hurry) {
            hurry = true;
            toTake.signal();
        }
    }

    /**
     * Waits for an event, then a little for more to come together, unless it is urgent: a busy server does not write each
     * event by itself. Empty only when it is closed and all are taken.
     */
    List<AuditEvent> take(long lingerMillis) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                toTake.awaitUninterruptibly();
            }
            long nanos = TimeUnit.MILLISECONDS.toNanos(lingerMillis);
            while (!hurry && !closed && nanos > 0) {
                nanos = toTake.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts the writer; should it happen, it is no reason to keep events back.
        } finally {
            lock.unlock();
        }
        return taken();
    }

    private List<AuditEvent> taken() {
        lock.lock();
        try {
            var taken = waiting;
            waiting = new ArrayList<>(Math.min(taken.size() + 16, 4096));
            weight = 0;
            hurry = false;
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void wrote(int events) {
        lock.lock();
        try {
            written += events;
            changed.signalAll();
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
                hurry();
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            toTake.signalAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
