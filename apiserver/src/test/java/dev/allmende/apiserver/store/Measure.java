package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Measures the store alone, on the disk of the given folder: durable creates by 1, 8 and 64 threads, delivery to 1,000
 * watchers, start and heap with 100,000 objects. Not a test: run it by hand on a quiet machine, with a
 * folder as argument, and a part: watchers, objects, or a number of threads.
 */
final class Measure {

    private static final ObjectIndex INDEX = new ObjectIndex(
            "0f9aa0a3-5a5a-4c0c-8f55-0123456789ab",
            Map.of("app", "measure", "tier", "one"),
            Map.of(),
            List.of(),
            false);

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of(arguments[0]), "measure");
        try {
            switch (arguments.length > 1 ? arguments[1] : "all") {
                case "watchers" -> watchers(folder);
                case "objects" -> manyObjects(folder);
                case "all" -> {
                    for (int threads : new int[] {1, 1, 8, 64, 64}) {
                        creates(folder, threads, Duration.ofSeconds(5));
                    }
                    watchers(folder);
                    manyObjects(folder);
                }
                default -> creates(folder, Integer.parseInt(arguments[1]), Duration.ofSeconds(5));
            }
        } finally {
            remove(folder);
        }
    }

    private static SqliteStore open(Path file) {
        return SqliteStore.open(StoreOptions.of(file, (resource, json) -> INDEX));
    }

    private static Change create(String name, int bytes) {
        return new Change.Put(
                Objects.widget(name),
                Change.ABSENT,
                rv -> ("{\"rv\":" + rv + ",\"x\":\"" + "x".repeat(bytes - 20) + "\"}")
                        .getBytes(StandardCharsets.US_ASCII),
                List.of());
    }

    private static void creates(Path folder, int threads, Duration time) throws Exception {
        try (var store = open(Files.createTempFile(folder, "creates", ".db"))) {
            for (int i = 0; i < 200; i++) {
                store.write(create("warm" + i, 1024));
            }
            long end = System.nanoTime() + time.toNanos();
            var all = new ArrayList<long[]>();
            var workers = new ArrayList<Thread>();
            for (int t = 0; t < threads; t++) {
                int number = t;
                workers.add(Thread.ofVirtual().start(() -> {
                    var times = new long[200_000];
                    int n = 0;
                    for (long at = System.nanoTime(); at < end && n < times.length; n++) {
                        store.write(create("w" + number + "-" + n, 1024));
                        long now = System.nanoTime();
                        times[n] = now - at;
                        at = now;
                    }
                    synchronized (all) {
                        all.add(Arrays.copyOf(times, n));
                    }
                }));
            }
            for (var worker : workers) {
                worker.join();
            }
            var sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf(
                    "create 1 KiB, %d threads: %d/s, p50 %.3f ms, p99 %.3f ms%n",
                    threads,
                    sorted.length / time.toSeconds(),
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6);
        }
    }

    private static void watchers(Path folder) throws Exception {
        int watchers = 1000;
        int writes = 200;
        try (var store = open(folder.resolve("watchers.db"))) {
            var committed = new long[writes + 1];
            var delays = new long[watchers * writes];
            var received = new AtomicInteger();
            var ready = new CountDownLatch(watchers);
            var done = new CountDownLatch(watchers);
            for (int w = 0; w < watchers; w++) {
                Thread.ofVirtual().start(() -> {
                    try (var watch = store.watch(Objects.WIDGETS, 0)) {
                        ready.countDown();
                        for (int seen = 0; seen < writes; ) {
                            for (var event : watch.next(Duration.ofSeconds(10))) {
                                long sent = committed[(int) event.entry().resourceVersion()];
                                delays[received.getAndIncrement()] = Math.max(0, System.nanoTime() - sent);
                                seen++;
                            }
                        }
                        done.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            ready.await();
            for (int i = 1; i <= writes; i++) {
                // The time before the write: delays hold the commit as well.
                committed[i] = System.nanoTime();
                store.write(create("n" + i, 1024));
                Thread.sleep(20);
            }
            done.await();
            Arrays.sort(delays);
            System.out.printf(
                    "event to %d watchers, from before the write: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                    watchers,
                    delays[delays.length / 2] / 1e6,
                    delays[delays.length * 99 / 100] / 1e6,
                    delays[delays.length - 1] / 1e6);
        }
    }

    private static void manyObjects(Path folder) throws Exception {
        var file = folder.resolve("many.db");
        try (var store = open(file)) {
            var workers = new ArrayList<Thread>();
            for (int t = 0; t < 100; t++) {
                int number = t;
                workers.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 1000; i++) {
                        store.write(create("object-" + number + "-" + i, 2048));
                    }
                }));
            }
            for (var worker : workers) {
                worker.join();
            }
        }
        for (int round = 0; round < 3; round++) {
            long before = heap();
            long start = System.nanoTime();
            try (var store = open(file)) {
                long opened = System.nanoTime();
                long used = heap() - before;
                long listing = System.nanoTime();
                var page = store.list(Objects.WIDGETS, "", 0, "", 10_000, entry -> true);
                long paged = System.nanoTime();
                Predicate<ObjectKey> known = key -> store.get(key).isPresent();
                System.out.printf(
                        "100,000 objects of 2 KiB: start %d ms, heap %d MB, file %d MB, list of 10,000 %d ms, get %b%n",
                        (opened - start) / 1_000_000,
                        used >> 20,
                        Files.size(file) >> 20,
                        (paged - listing) / 1_000_000,
                        known.test(page.entries().getFirst().key()));
            }
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
