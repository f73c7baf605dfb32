package dev.allmende.e2e.central;

import dev.allmende.devcloud.http.Witness;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process when it has sent its nth change to the cloud: the cloud carries it out, and nobody hears of it. Between two
 * changes it could be killed too, but then it begins anew with what it has written down, as after the earlier change.
 */
final class Assassin implements Witness {

    private final AtomicInteger left = new AtomicInteger();
    private volatile @Nullable Killing killing;

    /** Ends the process at once, and returns when it has ended. */
    interface Killing {
        void kill() throws InterruptedException;
    }

    /** @param change 1 for the first one from now on */
    void hire(int change, Killing target) {
        killing = target;
        left.set(change);
    }

    /** Whether it struck; it is out of work then. */
    boolean hasStruck() {
        var struck = left.get() <= 0;
        left.set(0);
        killing = null;
        return struck;
    }

    @Override
    public void asked(Heard heard) {
        var target = killing;
        if (target != null && heard.isWrite() && left.getAndDecrement() == 1) {
            try {
                target.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
