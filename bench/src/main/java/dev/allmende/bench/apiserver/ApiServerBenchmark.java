package dev.allmende.bench.apiserver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the embedded server, etcd and, when its kubeconfig is given, a real kube-apiserver in one run on one disk.
 *
 * <pre>ApiServerBenchmark [--seconds N] [--kube KUBECONFIG] [--objects N] FOLDER [-- JVM OPTIONS OF THE SERVER]</pre>
 *
 * {@code --objects} asks how a server with that many objects starts.
 */
public final class ApiServerBenchmark {

    private final List<String> words;
    private final List<String> jvm;
    private final Duration time;

    private ApiServerBenchmark(String[] args) {
        List<String> all = Arrays.asList(args);
        int separator = all.indexOf("--");
        jvm = separator < 0 ? List.of() : List.copyOf(all.subList(separator + 1, all.size()));
        words = new ArrayList<>(separator < 0 ? all : all.subList(0, separator));
        time = Duration.ofSeconds(Integer.parseInt(option("--seconds", "10")));
    }

    public static void main(String[] args) throws Exception {
        var benchmark = new ApiServerBenchmark(args);
        var kube = benchmark.option("--kube", "");
        int objects = Integer.parseInt(benchmark.option("--objects", "0"));
        var folder = Path.of(benchmark.words.getFirst());
        Files.createDirectories(folder);
        if (objects > 0) {
            new ManyObjects(folder.resolve("many"), benchmark.jvm).measure(objects);
        } else {
            benchmark.compare(folder, kube);
        }
        System.exit(0);
    }

    private String option(String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }

    private void compare(Path folder, String kube) throws Exception {
        try (var etcd = EtcdPeer.start(folder.resolve("etcd"));
                var server = ServerProcess.start(folder.resolve("server"), jvm)) {
            var own = Setup.prepare(server.kubeconfig);
            warm(own, etcd);
            for (int clients : new int[] {1, 8, 64}) {
                var puts = etcd.puts(clients, time);
                System.out.println(puts.line());
                var creates = new Writes("allmende", own, time).creates(clients);
                System.out.println(creates.line());
                System.out.printf(
                        "    creates / puts: %.2f      p50 create / p50 put: %.2f%n",
                        creates.perSecond() / puts.perSecond(), creates.millis(0.5) / puts.millis(0.5));
                if (!kube.isEmpty()) {
                    besides(kube, clients, creates);
                }
            }
            System.out.println(new Writes("allmende", own, time).patches(64).line());
            System.out.println(new Reads("allmende", own, time).gets(64).line());
            new Reads("allmende", own, time).lists(10_000);
            new Watchers("allmende", own).measure(1_000);
            System.out.printf("resident memory after all that: %d MiB%n", server.residentKilobytes() / 1024);
        }
        if (!kube.isEmpty()) {
            var other = Setup.prepare(Path.of(kube));
            System.out.println(
                    new Writes("kube-apiserver", other, time).patches(64).line());
            System.out.println(new Reads("kube-apiserver", other, time).gets(64).line());
            new Reads("kube-apiserver", other, time).lists(10_000);
            new Watchers("kube-apiserver", other).measure(1_000);
        }
    }

    private void besides(String kube, int clients, Load.Figures creates) throws Exception {
        var other = new Writes("kube-apiserver", Setup.prepare(Path.of(kube)), time).creates(clients);
        System.out.println(other.line());
        System.out.printf("    creates / kube-apiserver's creates: %.2f%n", creates.perSecond() / other.perSecond());
    }

    private void warm(Place own, EtcdPeer etcd) throws Exception {
        var some = Duration.ofSeconds(Math.max(3, time.toSeconds() / 2));
        new Writes("warm", own, some).creates(16);
        new Writes("warm", own, some).patches(64);
        new Reads("warm", own, some).gets(64);
        etcd.puts(8, Duration.ofSeconds(2));
    }
}
