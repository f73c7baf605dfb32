package dev.allmende.bench.apiserver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some clients that each do one thing after the other for a while. */
public final class Load {

    private Load() {}

    /** A client's next step; throws when it was not answered as it should. */
    public interface Step {
        void run(int client, int number) throws Exception;
    }

    /** @param sorted latencies in nanoseconds */
    public record Figures(String name, double seconds, long[] sorted) {

        public double perSecond() {
            return sorted.length / seconds;
        }

        double millis(double share) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
        }

        public String line() {
            return "%-44s %9.0f /s   p50 %7.2f ms   p99 %7.2f ms   (%d in %.1f s)"
                    .formatted(name, perSecond(), millis(0.5), millis(0.99), sorted.length, seconds);
        }
    }

    public static Figures run(String name, int clients, Duration time, Step step)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                Callable<long[]> work = () -> one(client, end, step);
                running.add(threads.submit(work));
            }
            var all = new long[0];
            for (var future : running) {
                var own = future.get();
                int old = all.length;
                all = Arrays.copyOf(all, old + own.length);
                System.arraycopy(own, 0, all, old, own.length);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Arrays.sort(all);
            return new Figures(name, seconds, all);
        }
    }

    private static long[] one(int client, long end, Step step) throws Exception {
        var times = new long[1 << 12];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            step.run(client, count);
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(times, count);
    }
}
