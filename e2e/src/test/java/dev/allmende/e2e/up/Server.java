package dev.allmende.e2e.up;

import dev.allmende.e2e.Allmende;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A server on a folder of its own, in a process of its own, on a free port. */
public final class Server implements AutoCloseable {

    public final Path data;
    public final Allmende process;

    private Server(Path data, Allmende process) {
        this.data = data;
        this.process = process;
    }

    /** Folder of its state. */
    public Path data() {
        return data;
    }

    /** Returns once it has printed how to go on. */
    public static Server up(Path folder, String... more) throws IOException, InterruptedException {
        var data = folder.resolve("data");
        List<String> args = new ArrayList<>(List.of("up", "--data", data.toString(), "--listen", "127.0.0.1:0"));
        args.addAll(Arrays.asList(more));
        var process = Allmende.start(folder, args.toArray(String[]::new));
        var server = new Server(data, process);
        process.until("a welcome", () -> server.out().contains("kubectl get namespaces"));
        return server;
    }

    String out() {
        try {
            return process.out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code https://127.0.0.1:41234}, from what was printed. */
    public String url() {
        return out().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("API "))
                .map(line -> line.substring("API".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return Integer.parseInt(url().substring(url().lastIndexOf(':') + 1));
    }

    public KubernetesClient client() throws IOException {
        var config = Config.fromKubeconfig(Files.readString(data.resolve("kubeconfig")));
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @Override
    public void close() {
        process.close();
    }
}
