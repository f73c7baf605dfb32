package dev.allmende.apiserver.store;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One thread's place to wait at. Being woken costs the waker nothing unless the thread really waits. */
final class Sleeper {

    private volatile @Nullable Thread waiting;

    /** Waits until the condition holds or the time ({@link System#nanoTime}) is reached. @return whether it holds */
    boolean await(BooleanSupplier condition, long deadline) throws InterruptedException {
        // Set before the condition is read, as the publisher publishes before it reads this: one sees the other.
        waiting = Thread.currentThread();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            waiting = null;
        }
    }

    void wake() {
        var thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
