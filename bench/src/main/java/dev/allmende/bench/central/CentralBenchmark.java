package dev.allmende.bench.central;

import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.fault.Fault;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code tenants N OBJECTS}: memory at rest, calls at rest, and what a restart costs. {@code latency ROUNDS}: how soon a
 * changed spec reaches the cloud. {@code ready ROUNDS}: how soon what the cloud has made is known to be ready. {@code
 * records N MILLISECONDS}: until that many record sets have converged in a cloud that takes so long for each answer.
 */
public final class CentralBenchmark {

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private static final int VOLUME_SECONDS = 1;

    private final Path launcher;
    private final Path folder;
    private final Calls calls = new Calls();

    private CentralBenchmark(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var benchmark = new CentralBenchmark(
                Path.of("allmende").toAbsolutePath(), Files.createTempDirectory("allmende-central"));
        switch (args.length == 0 ? "" : args[0]) {
            case "tenants" -> benchmark.tenants(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            case "latency" -> benchmark.latency(Integer.parseInt(args[1]));
            case "ready" -> benchmark.ready(Integer.parseInt(args[1]));
            case "records" -> benchmark.records(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            default ->
                System.err.println("say: tenants N OBJECTS, latency ROUNDS, ready ROUNDS, or records N MILLISECONDS");
        }
        System.exit(0);
    }

    private void tenants(int count, int objects) throws Exception {
        try (var devcloud = DevCloud.start(Town.of(count, 1))) {
            devcloud.witness(calls);
            try (var up = Up.start(launcher, folder);
                    var kubernetes = up.client()) {
                var tenants = new Tenants(kubernetes, count);
                tenants.awaitKinds();
                long begin = System.nanoTime();
                tenants.onboard(devcloud.authUrl());
                tenants.objects(objects);
                say("%,d tenants with %d objects each are written after %.1f s", count, objects, since(begin));
                converge(tenants, count * objects / 2);
                say("all are ready after %.1f s, with %,d calls to the cloud", since(begin), calls.all());
                rest(up, 90);
                // The history of ten minutes is gone then.
                rest(up, 1_140);
            }
            calls.reset();
            long begin = System.nanoTime();
            try (var up = Up.start(launcher, folder);
                    var kubernetes = up.client()) {
                say("restart: the API answers after %.1f s", since(begin));
                Thread.sleep(60_000);
                say(
                        "restart: 60 s later %,d calls, %,d lists (project and kind); the most of one list for one project: %d",
                        calls.all(), calls.reads(), calls.mostReads());
                say("restart: reads by path: %s", calls.paths());
                say("ready still: %,d networks", new Tenants(kubernetes, count).ready("network", "Network"));
                rest(up, 60);
            }
        }
    }

    private void converge(Tenants tenants, int each) throws InterruptedException {
        while (tenants.ready("network", "Network") < each || tenants.ready("network", "Subnet") < each) {
            Thread.sleep(1_000);
        }
    }

    private void rest(Up up, int seconds) throws IOException, InterruptedException {
        Thread.sleep(20_000);
        calls.reset();
        double cpu = up.cpu();
        Thread.sleep(seconds * 1_000L);
        say(
                "at rest for %d s: %d MiB resident (%d at most), %.1f %% of a core, %,d calls",
                seconds, up.resident(), up.peak(), (up.cpu() - cpu) / seconds * 100, calls.all());
    }

    /** From the moment a change of a spec is sent to the first call for it, and that a made thing is known as ready. */
    private void latency(int rounds) throws Exception {
        try (var devcloud = DevCloud.start(Town.of(1, 1));
                var up = Up.start(launcher, folder);
                var kubernetes = up.client()) {
            devcloud.witness(calls);
            var tenants = new Tenants(kubernetes, 1);
            tenants.awaitKinds();
            tenants.onboard(devcloud.authUrl());
            tenants.objects(2);
            converge(tenants, 1);
            var times = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                times[i] = changed(kubernetes, i);
            }
            tell("spec change to the first call", times);
        }
    }

    private double changed(KubernetesClient kubernetes, int round) throws InterruptedException {
        var network = kubernetes
                .genericKubernetesResources("network.allmende.dev/v1alpha1", "Network")
                .inNamespace(Town.tenant(0))
                .withName("n-0");
        String id = network.get().get("status", "id");
        calls.reset();
        long begin = System.nanoTime();
        network.patch(MERGE, "{\"spec\":{\"description\":\"round %d\"}}".formatted(round));
        var change = "PUT /v2.0/networks/" + id;
        while (calls.asked(change) == 0) {
            Thread.sleep(1);
        }
        double seconds = (calls.asked(change) - begin) / 1e9;
        Thread.sleep(50);
        return seconds;
    }

    /** Volumes, one after the other: each is in the making for a second, and then the cloud has it ready. */
    private void ready(int rounds) throws Exception {
        try (var devcloud = DevCloud.start(Town.of(1, VOLUME_SECONDS));
                var up = Up.start(launcher, folder);
                var kubernetes = up.client()) {
            devcloud.witness(calls);
            var tenants = new Tenants(kubernetes, 1);
            tenants.awaitKinds();
            tenants.onboard(devcloud.authUrl());
            var times = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                calls.reset();
                tenants.create(
                        Town.tenant(0), "storage", "Volume", "v-" + i, Map.of("size", 1, "deletionPolicy", "Delete"));
                kubernetes
                        .genericKubernetesResources("storage.allmende.dev/v1alpha1", "Volume")
                        .inNamespace(Town.tenant(0))
                        .withName("v-" + i)
                        .waitUntilCondition(Tenants::isReady, 60, TimeUnit.SECONDS);
                times[i] = (System.nanoTime() - calls.answered("POST", "/volumes")) / 1e9 - VOLUME_SECONDS;
                tenants.remove(Town.tenant(0), "storage", "Volume", "v-" + i); // a project has ten at most
            }
            tell("ready in the cloud to Ready", times);
        }
    }

    private void records(int count, int milliseconds) throws Exception {
        try (var devcloud = DevCloud.start(Town.of(1, VOLUME_SECONDS));
                var up = Up.start(launcher, folder);
                var kubernetes = up.client()) {
            devcloud.witness(calls);
            devcloud.faults().add(new Fault.Latency(Fault.Where.ANYWHERE, Duration.ofMillis(milliseconds)));
            var tenants = new Tenants(kubernetes, 1);
            tenants.awaitKinds();
            tenants.onboard(devcloud.authUrl());
            var tenant = Town.tenant(0);
            tenants.create(
                    tenant, "dns", "DNSZone", "zone", Map.of("zone", "bench.example.", "email", "dns@bench.example"));
            long begin = System.nanoTime();
            tenants.many(
                    count,
                    i -> tenants.create(
                            tenant,
                            "dns",
                            "DNSRecordSet",
                            "r-" + i,
                            Map.of(
                                    "zoneRef", Map.of("name", "zone"),
                                    "record", "r-%d.bench.example.".formatted(i),
                                    "type", "A",
                                    "records", List.of("198.51.100.1"))));
            say("%,d record sets are written after %.1f s", count, since(begin));
            while (tenants.ready("dns", "DNSRecordSet") < count) {
                Thread.sleep(1_000);
            }
            say("all are ready after %.1f s, with %,d calls to the cloud", since(begin), calls.all());
            say("%d MiB resident, %d at most, %.0f s of CPU", up.resident(), up.peak(), up.cpu());
        }
    }

    private static void tell(String what, double[] seconds) {
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        say(
                "%s, %d times: p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                what,
                sorted.length,
                sorted[sorted.length / 2] * 1e3,
                sorted[(int) (sorted.length * 0.99)] * 1e3,
                sorted[sorted.length - 1] * 1e3);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
