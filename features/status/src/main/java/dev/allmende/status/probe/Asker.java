package dev.allmende.status.probe;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Asks a question within a time limit, on a virtual thread of its own, and turns what comes of it into a result. */
final class Asker {

    private final InstantSource clock;
    private final LongSupplier nanos;

    /** @param nanos such as System::nanoTime */
    Asker(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    Result ask(Question question, Duration limit, Duration slowOver) throws InterruptedException {
        var at = clock.instant();
        var watch = new Watch(nanos);
        Callable<Result> round = () -> Result.good(at, watch, slowOver, question.ask(watch));
        var task = new FutureTask<>(round);
        var thread = Thread.ofVirtual().name("probe").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Result.bad(at, watch, Failing.TIMEOUT, "no answer within %d ms".formatted(limit.toMillis()));
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case Trouble trouble -> Result.bad(at, watch, trouble.failing(), String.valueOf(trouble.getMessage()));
                case IOException lost -> Result.bad(at, watch, Failing.of(lost), String.valueOf(lost));
                case null, default -> Result.bad(at, watch, Failing.OURS, "unexpected: " + failed.getCause());
            };
        } finally {
            thread.interrupt();
        }
    }
}
