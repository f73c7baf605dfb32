package dev.allmende.bench.status;

import dev.allmende.bench.apiserver.Load;
import dev.allmende.bench.apiserver.Place;
import dev.allmende.bench.apiserver.Wire;
import dev.allmende.bench.central.Up;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code StatusBenchmark [INCIDENTS [SECONDS [KUBECONFIG]]]}: what readers get from {@code allmende up} on the first core, with
 * clients on the second. Run it by {@code taskset -c 1}. With a kubeconfig: from a server that runs already and has them.
 */
public final class StatusBenchmark {

    private static final int CLIENTS = 8;
    private static final String GZIP = "Accept-Encoding: gzip\r\n";
    private static final String PAGE = "/status/status/";

    /** The whole list; the contract asks for both ends. */
    private static final String LIST = "/incidents?start=%s&end=%s".formatted(day(-91), day(1));

    private final Place place;
    private final Duration time;

    private StatusBenchmark(Place place, Duration time) {
        this.place = place;
        this.time = time;
    }

    private static Instant day(int fromToday) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(fromToday)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    public static void main(String[] args) throws Exception {
        int incidents = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        if (args.length > 2) {
            new StatusBenchmark(Place.of(Path.of(args[2])), Duration.ofSeconds(seconds)).measure();
        } else {
            whole(incidents, Duration.ofSeconds(seconds));
        }
        System.exit(0);
    }

    private static void whole(int incidents, Duration time) throws Exception {
        var launcher = List.of(
                "taskset", "-c", "0", Path.of("allmende").toAbsolutePath().toString());
        try (var up = Up.start(launcher, Files.createTempDirectory("allmende-status"))) {
            var place = Place.of(up.kubeconfig());
            try (var wire = new Wire(place, "")) {
                var town = new Incidents(wire);
                town.page();
                town.past(incidents);
                awaitAll(wire, incidents);
            }
            System.out.printf("%,d incidents are on the page; %d MiB resident%n", incidents, up.resident());
            new StatusBenchmark(place, time).measure();
            System.out.printf("%d MiB resident, %d at most%n", up.resident(), up.peak());
        }
    }

    private static void awaitAll(Wire wire, int incidents) throws IOException, InterruptedException {
        while (wire.send("GET", LIST, "", new byte[0]).text().split("\"beganAt\"", -1).length - 1 < incidents) {
            Thread.sleep(500);
        }
    }

    private void measure() throws Exception {
        for (var path : List.of(PAGE, PAGE + "summary.json", "/components", LIST + "&limit=20", LIST)) {
            cold(path);
            rate(path, "", 200);
            rate(path, GZIP, 200);
            awaitRoomInMinute();
            try (var wire = new Wire(place, "")) {
                var etag = wire.send("GET", path, "", new byte[0]).etag();
                rate(path, "If-None-Match: " + etag + "\r\n", 304);
            }
        }
    }

    /** Some answers change with the minute, and their tags with them: a run of 304 lies within one. */
    private void awaitRoomInMinute() throws InterruptedException {
        long minute = Duration.ofMinutes(1).toMillis();
        long left = minute - System.currentTimeMillis() % minute;
        if (left < time.toMillis() + 2_000) {
            Thread.sleep(left + 200);
        }
    }

    /** After a change, so that nothing that was made before helps. */
    private void cold(String path) throws Exception {
        try (var wire = new Wire(place, GZIP)) {
            var times = new double[10];
            for (int i = 0; i < times.length; i++) {
                var patch = "{\"spec\":{\"description\":\"%d %s\"}}".formatted(i, path);
                wire.send(
                        "PATCH",
                        "/apis/status.allmende.dev/v1alpha1/namespaces/status/components/c-0",
                        "application/merge-patch+json",
                        patch.getBytes(StandardCharsets.UTF_8));
                Thread.sleep(300);
                long begin = System.nanoTime();
                wire.send("GET", path, "", new byte[0]);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            Arrays.sort(times);
            System.out.printf(
                    "%-44s first answer after a change: median %.0f ms, longest %.0f ms%n",
                    path, times[times.length / 2], times[times.length - 1]);
        }
    }

    private void rate(String path, String headers, int status) throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            wires.add(new Wire(place, headers));
        }
        int size = wires.getFirst().send("GET", path, "", new byte[0]).body().length;
        var figures = Load.run(
                "%s %s %,d bytes".formatted(path, headers.isEmpty() ? "plain" : status == 304 ? "304" : "gzip", size),
                CLIENTS,
                time,
                (client, number) -> {
                    var reply = wires.get(client).send("GET", path, "", new byte[0]);
                    if (reply.status() != status) {
                        throw new IOException(path + ": " + reply.status());
                    }
                });
        System.out.println(figures.line());
        for (var wire : wires) {
            wire.close();
        }
    }
}
