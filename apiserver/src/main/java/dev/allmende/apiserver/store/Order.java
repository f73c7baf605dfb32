package dev.allmende.apiserver.store;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Something the writer is to do, and the thread that waits for it. */
abstract sealed class Order {

    private final Thread caller = Thread.currentThread();
    private volatile boolean done;
    private @Nullable Throwable failure;

    /** A change of one object. */
    static final class Write extends Order {
        final Change change;
        private @Nullable Entry written;

        Write(Change change) {
            this.change = change;
        }

        void done(Entry entry) {
            written = entry;
            finish();
        }

        /** What was written; for the caller, after {@link #await}. */
        Entry written() {
            var entry = written;
            if (entry == null) {
                throw new IllegalStateException("not written");
            }
            return entry;
        }
    }

    /** Work on the file between two batches. */
    static final class Job extends Order {
        final Writer.Work work;

        Job(Writer.Work work) {
            this.work = work;
        }

        void done() {
            finish();
        }
    }

    void failed(Throwable why) {
        if (!done) {
            failure = why;
            finish();
        }
    }

    final void finish() {
        done = true;
        LockSupport.unpark(caller);
    }

    /** Waits however long it takes: a write that was begun cannot be called back. An interrupt is kept for later. */
    void await() {
        boolean interrupted = false;
        while (!done) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
