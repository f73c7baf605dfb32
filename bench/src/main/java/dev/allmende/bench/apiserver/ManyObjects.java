package dev.allmende.bench.apiserver;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** How long a server with many objects takes from the start of its process to its first answers, and its memory then. */
final class ManyObjects {

    private static final int CLIENTS = 32;
    private static final int STARTS = 5;

    private final Path folder;
    private final List<String> jvm;

    ManyObjects(Path folder, List<String> jvm) {
        this.folder = folder;
        this.jvm = jvm;
    }

    void measure(int objects) throws Exception {
        Place place;
        try (var server = ServerProcess.start(folder, jvm)) {
            place = Setup.prepare(server.kubeconfig);
            fill(place, objects);
            System.out.printf("after %,d creates: %d MiB resident%n", objects, server.residentKilobytes() / 1024);
        }
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            try (var server = ServerProcess.start(folder, jvm)) {
                long listening = System.nanoTime();
                // The port may be another one now, the token is still good.
                var again = new Place(place.host(), Place.of(server.kubeconfig).port(), place.tls(), place.token());
                try (var wire = new Wire(again)) {
                    wire.get(Setup.PATH + "/m-" + (objects - 1));
                }
                long answered = System.nanoTime();
                long before = server.residentKilobytes() / 1024;
                try (var wire = new Wire(again)) {
                    wire.get(Setup.PATH + "?limit=500");
                }
                System.out.printf(
                        "start with %,d objects: listens after %.2f s, has answered a GET after %.2f s; %d MiB resident, %d at most%n",
                        objects,
                        (listening - begin) / 1e9,
                        (answered - begin) / 1e9,
                        before,
                        server.peakKilobytes() / 1024);
            }
        }
    }

    private static void fill(Place place, int objects) throws InterruptedException, ExecutionException {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var filling = clients.invokeAll(IntStream.range(0, CLIENTS)
                    .mapToObj(client -> (Callable<Boolean>) () -> {
                        try (var wire = new Wire(place)) {
                            for (int i = client; i < objects; i += CLIENTS) {
                                wire.create(Setup.listed("m-" + i, i));
                            }
                        }
                        return true;
                    })
                    .toList());
            for (var each : filling) {
                each.get();
            }
        }
    }
}
