package dev.allmende.e2e.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program as a process of its own, with its own state folder and clouds.yaml. */
final class Allmende implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path folder;
    private final Process process;

    private Allmende(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static Allmende start(Path folder, String... args) throws IOException {
        return start(folder, List.of(), args);
    }

    /** @param jvm further options of the JVM */
    static Allmende start(Path folder, List<String> jvm, String... args) throws IOException {
        // Where the tests run in the background, SIGINT is ignored, and a JVM leaves an ignored signal alone.
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.allmende.cli.Main"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OS_"));
        builder.environment()
                .put("OS_CLIENT_CONFIG_FILE", folder.resolve("clouds.yaml").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Allmende(folder, builder.start());
    }

    /** Runs to the end. */
    static Ended run(Path folder, String... args) throws IOException, InterruptedException {
        try (var allmende = start(folder, args)) {
            return allmende.end();
        }
    }

    record Ended(int exitCode, String out, String err) {}

    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("allmende did not end within " + LONGEST + "; it said: " + read("err"));
        }
        return new Ended(process.exitValue(), read("out"), read("err"));
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it is so; fails when the program ended before. */
    void until(String what, BooleanSupplier so) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(LONGEST);
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("never came to: " + what + "; it said: " + read("out") + read("err"));
            }
            Thread.sleep(20);
        }
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
