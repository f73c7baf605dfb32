package dev.allmende.bench.apiserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long an event takes to its watchers. The clock starts when the create is sent, so the figure has the whole write in
 * it and is an upper bound of the time since the commit.
 */
final class Watchers {

    private static final int ROUNDS = 40;

    private final String who;
    private final Place place;
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();

    Watchers(String who, Place place) {
        this.who = who;
        this.place = place;
    }

    void measure(int count) throws IOException, InterruptedException {
        var ready = new CountDownLatch(count);
        var watchers = Wire.several(place, count);
        var from = version();
        for (var wire : watchers) {
            Thread.ofVirtual().start(() -> watch(wire, from, ready));
        }
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IOException("not all watches began");
        }
        create("warm-");
        latencies.clear();
        List<Long> answered = create("w-");
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length != ROUNDS * count) {
            throw new IOException("%d events instead of %d".formatted(sorted.length, ROUNDS * count));
        }
        var name = "%s event to %d watchers, from send".formatted(who, count);
        System.out.println(new Load.Figures(name, ROUNDS * 0.25, sorted).line());
        System.out.printf(
                "    the creates themselves: p50 %.2f ms%n",
                answered.stream().sorted().toList().get(ROUNDS / 2) / 1e6);
        Wire.close(watchers);
    }

    private List<Long> create(String prefix) throws IOException, InterruptedException {
        List<Long> answered = new ArrayList<>();
        try (var wire = new Wire(place)) {
            for (int i = 0; i < ROUNDS; i++) {
                Thread.sleep(250);
                long begin = System.nanoTime();
                wire.create(Setup.object(prefix + Setup.RUN + "-" + who.length() + "-" + i, begin));
                answered.add(System.nanoTime() - begin);
            }
        }
        Thread.sleep(2_000);
        return answered;
    }

    private void watch(Wire wire, String from, CountDownLatch ready) {
        try {
            wire.stream(Setup.PATH + "?watch=true&resourceVersion=" + from);
            ready.countDown();
            while (true) {
                var event = wire.event();
                int at = event.indexOf("\"stamp\":");
                if (at > 0) {
                    int end = event.indexOf('}', at);
                    var stamp = event.substring(at + 8, end).split("[,}]", 2)[0];
                    latencies.add(System.nanoTime() - Long.parseLong(stamp));
                }
            }
        } catch (IOException closed) {
            // the measurement is over
        }
    }

    private String version() throws IOException {
        try (var wire = new Wire(place)) {
            var list = new ObjectMapper()
                    .readTree(wire.get(Setup.PATH + "?limit=1").body());
            return list.path("metadata").path("resourceVersion").asText();
        }
    }
}
