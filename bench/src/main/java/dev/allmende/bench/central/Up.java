package dev.allmende.bench.central;

import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code allmende up} as a process of its own, as a user starts it. */
public final class Up implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path data;

    private Up(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** @param launcher path of {@code allmende} */
    static Up start(Path launcher, Path folder) throws IOException, InterruptedException {
        return start(List.of(launcher.toString()), folder);
    }

    /** @param launcher the words that stand before {@code up} */
    public static Up start(List<String> launcher, Path folder) throws IOException, InterruptedException {
        var data = folder.resolve("data");
        var kubeconfig = data.resolve("kubeconfig");
        Files.deleteIfExists(kubeconfig);
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("up", "--data", data.toString(), "--listen", "127.0.0.1:0", "--no-demo"));
        var process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("up.out").toFile())
                .redirectError(folder.resolve("up.err").toFile())
                .start();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(kubeconfig)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("allmende up did not start; see " + folder.resolve("up.err"));
            }
            Thread.sleep(20);
        }
        return new Up(process, data);
    }

    public Path kubeconfig() {
        return data.resolve("kubeconfig");
    }

    KubernetesClient client() throws IOException {
        return Connection.of(Files.readString(data.resolve("kubeconfig")));
    }

    /** MiB that the process holds in memory. */
    public long resident() throws IOException {
        return status("VmRSS:") / 1024;
    }

    public long peak() throws IOException {
        return status("VmHWM:") / 1024;
    }

    /** Seconds of CPU so far. */
    public double cpu() {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }

    private long status(String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
