package dev.allmende.server.stop;

import dev.allmende.cli.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the main thread run until Ctrl-C or SIGTERM comes, and the process end once it has closed everything. */
public final class Stop {

    /** A service manager that was told to wait 5 s must not have to kill us. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private static final System.Logger LOG = System.getLogger(Stop.class.getName());

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::signalled, "stop");

    /** From now on signals are for us. */
    public void listen() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Ends the wait without a signal. @return false when something had ended it before */
    public synchronized boolean ask() {
        boolean first = asked.getCount() > 0;
        asked.countDown();
        return first;
    }

    private void signalled() {
        ask();
        boolean clean = awaitQuietly();
        if (!clean) {
            LOG.log(System.Logger.Level.WARNING, "not everything closed in time; all acknowledged writes are on disk");
        }
        // The JVM would end with 143, which reads as if nobody had closed anything.
        Runtime.getRuntime().halt(clean ? 0 : ExitCode.INTERNAL);
    }

    private boolean awaitQuietly() {
        try {
            return closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return false;
        }
    }

    public void await() throws InterruptedException {
        asked.await();
    }

    /** All is closed. Where nobody asked for it, the process ends in its own way. */
    public void closed() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the hook runs, and ends the process
        }
    }
}
