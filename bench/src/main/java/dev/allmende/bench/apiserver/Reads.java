package dev.allmende.bench.apiserver;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** One object read by many, and many objects read by one. */
final class Reads {

    private static final int LISTS = 20;

    private final String who;
    private final Place place;
    private final Duration time;

    Reads(String who, Place place, Duration time) {
        this.who = who;
        this.place = place;
        this.time = time;
    }

    Load.Figures gets(int clients) throws Exception {
        var wires = Wire.several(place, clients);
        var name = "g-" + Setup.RUN + "-" + who.length();
        wires.getFirst().create(Setup.object(name, 0));
        var figures = Load.run(
                "%s GET, %d clients".formatted(who, clients),
                clients,
                time,
                (client, number) -> wires.get(client).get(Setup.PATH + "/" + name));
        Wire.close(wires);
        return figures;
    }

    /** From the first byte of the request to the last of the answer. */
    void lists(int objects) throws IOException {
        try (var wire = new Wire(place)) {
            var path = list(wire, objects);
            var times = new long[LISTS];
            int size = 0;
            for (int i = 0; i < times.length; i++) {
                long begin = System.nanoTime();
                size = wire.get(path).body().length;
                times[i] = System.nanoTime() - begin;
            }
            Arrays.sort(times);
            System.out.printf(
                    "%s list of %,d objects of %d bytes: median %.0f ms, min %.0f, max %.0f ms%n",
                    who, objects, size / objects, times[LISTS / 2] / 1e6, times[0] / 1e6, times[LISTS - 1] / 1e6);
        }
    }

    /** Makes the objects, in a namespace of their own. */
    private static String list(Wire wire, int objects) throws IOException {
        var path = Setup.PATH.replace("/bench/", "/bench-lists/");
        var marked = path + "?limit=" + objects;
        int there = wire.get(marked).text().split("\"kind\":\"Load\"", -1).length - 1;
        for (int i = there; i < objects; i++) {
            var object = Setup.listed("l-" + Setup.RUN + "-" + i, i);
            wire.expect(201, "POST", path, "application/json", object);
        }
        return marked;
    }
}
