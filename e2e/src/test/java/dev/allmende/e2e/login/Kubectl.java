package dev.allmende.e2e.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The kubectl that testbed/kubernetes-clients fetches, and on its path a script {@code allmende} that is this build. */
final class Kubectl {

    private static final Path SCRIPT =
            Path.of(System.getProperty("allmende.root", "..")).resolve("testbed/kubernetes-clients");
    private static final int SECONDS = 60;

    private final Path folder;
    private final Path kubectl;
    private final Path programs;

    Kubectl(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.kubectl = newest();
        this.programs = Files.createDirectory(folder.resolve("bin"));
        var allmende = Files.writeString(programs.resolve("allmende"), """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.allmende.server.Main "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(allmende, PosixFilePermissions.fromString("rwx------"));
    }

    /** What it printed, and how it ended. */
    record Ended(int exitCode, String out, String err) {}

    Ended run(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(kubectl.toString()));
        command.addAll(Arrays.asList(args));
        return run(command);
    }

    /** The program itself, in the same surroundings. */
    Ended allmende(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(programs.resolve("allmende").toString()));
        command.addAll(Arrays.asList(args));
        return run(command);
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "kubectl", ".out");
        var err = Files.createTempFile(folder, "kubectl", ".err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KUBE"));
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "PATH", programs + ":" + System.getenv("PATH")));
        var process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS + " s: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path newest() throws IOException, InterruptedException {
        var process = new ProcessBuilder(SCRIPT.toAbsolutePath().normalize().toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(SCRIPT + ": " + output);
        }
        return output.lines()
                .filter(line -> line.startsWith("kubectl-"))
                .map(line -> Path.of(line.split(" ", 3)[2]))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IOException(SCRIPT + " names no kubectl: " + output));
    }
}
