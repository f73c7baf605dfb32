package dev.allmende.bench.apiserver;

import dev.allmende.apiserver.ApiServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded server as a process of its own, with its default settings: TLS, login, rights, audit. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    final Path kubeconfig;

    private ServerProcess(Process process, Path kubeconfig) {
        this.process = process;
        this.kubeconfig = kubeconfig;
    }

    /** @param options for the JVM, such as those that {@code allmende up} takes */
    static ServerProcess start(Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ServerProcess.class.getName(), folder.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        if (out.read() != '!') {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, folder.resolve("kubeconfig"));
    }

    long residentKilobytes() throws IOException {
        return kilobytes("VmRSS:");
    }

    long peakKilobytes() throws IOException {
        return kilobytes("VmHWM:");
    }

    private long kilobytes(String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    @Override
    public void close() {
        end(process);
    }

    static void end(Process process) {
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

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var server = ApiServer.in(folder).start();
        server.kubeconfig("bench").write(folder.resolve("kubeconfig"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.print('!');
        System.out.flush();
        Thread.currentThread().join();
    }
}
