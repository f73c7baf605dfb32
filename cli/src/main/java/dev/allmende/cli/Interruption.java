package dev.allmende.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * Lets work that must tidy up do so when Ctrl-C or SIGTERM comes: the working thread is interrupted, and the process
 * ends only when the work has returned.
 */
public final class Interruption {

    private Interruption() {}

    /** @param note what to tell the user who pressed Ctrl-C */
    public static <T> T guard(Callable<T> work, PrintWriter err, String note) throws Exception {
        var worker = Thread.currentThread();
        var done = new CountDownLatch(1);
        var hook = new Thread(() -> {
            err.println();
            err.println(note);
            err.flush();
            worker.interrupt();
            awaitQuietly(done);
            // System.exit() of the main thread waits for this hook for ever: only halting gives an exit code.
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            if (!removed(hook)) {
                // Shutting down: report what was written, let the hook end the process.
                err.flush();
            }
            done.countDown();
        }
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
