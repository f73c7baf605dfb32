package dev.allmende.bench.apiserver;

import java.time.Duration;

/** Durable writes by clients that each wait for the answer before they send the next one. */
final class Writes {

    private final String who;
    private final Place place;
    private final Duration time;

    Writes(String who, Place place, Duration time) {
        this.who = who;
        this.place = place;
        this.time = time;
    }

    Load.Figures creates(int clients) throws Exception {
        var wires = Wire.several(place, clients);
        var figures = Load.run("%s create, %d clients".formatted(who, clients), clients, time, (client, number) -> {
            var name = "c-" + Setup.RUN + "-" + who.length() + "-" + clients + "-" + client + "-" + number;
            wires.get(client).create(Setup.object(name, number));
        });
        Wire.close(wires);
        return figures;
    }

    /** Each client patches an object of its own. */
    Load.Figures patches(int clients) throws Exception {
        var wires = Wire.several(place, clients);
        var names = "p-" + Setup.RUN + "-" + who.length() + "-";
        for (int i = 0; i < clients; i++) {
            wires.get(i).create(Setup.object(names + i, 0));
        }
        var figures =
                Load.run("%s merge patch, %d clients".formatted(who, clients), clients, time, (client, number) -> {
                    var patch = Setup.bytes("{\"spec\":{\"stamp\":" + (number + 1) + "}}");
                    var path = Setup.PATH + "/" + names + client;
                    wires.get(client).expect(200, "PATCH", path, "application/merge-patch+json", patch);
                });
        Wire.close(wires);
        return figures;
    }
}
