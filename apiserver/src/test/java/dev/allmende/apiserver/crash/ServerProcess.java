package dev.allmende.apiserver.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.RunServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server in a process of its own. */
record ServerProcess(Process process, String kubeconfig) implements AutoCloseable {

    /** @param folder of all its state */
    static ServerProcess start(Path folder) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "server", ".out");
        var errors = Files.createTempFile(folder, "server", ".err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunServer.class.getName(),
                        folder.resolve("state").toString())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        while (Files.size(out) == 0 && process.isAlive()) {
            Thread.sleep(10);
        }
        assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
        return new ServerProcess(process, Files.readString(folder.resolve("state/kubeconfig")));
    }

    /** With SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
