package dev.allmende.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The program as a process of its own, with its own state folder and clouds.yaml. */
public final class Allmende implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path out;
    private final Path err;
    private final Process process;

    private Allmende(Path out, Path err, Process process) {
        this.out = out;
        this.err = err;
        this.process = process;
    }

    public static Allmende start(Path folder, String... args) throws IOException {
        return start(folder, List.of(), args);
    }

    /** @param jvm further options of the JVM */
    public static Allmende start(Path folder, List<String> jvm, String... args) throws IOException {
        // Where the tests run in the background, SIGINT is ignored, and a JVM leaves an ignored signal alone.
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.allmende.server.Main"));
        command.addAll(List.of(args));
        int number = COUNT.incrementAndGet();
        var out = folder.resolve("out-" + number);
        var err = folder.resolve("err-" + number);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OS_"));
        builder.environment()
                .put("OS_CLIENT_CONFIG_FILE", folder.resolve("clouds.yaml").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("HOME", folder.toString());
        return new Allmende(out, err, builder.start());
    }

    /** Runs to the end. */
    public static Ended run(Path folder, String... args) throws IOException, InterruptedException {
        try (var allmende = start(folder, args)) {
            return allmende.end();
        }
    }

    public record Ended(int exitCode, String out, String err) {}

    public Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("allmende did not end within " + LONGEST + "; it said: " + err());
        }
        return new Ended(process.exitValue(), out(), err());
    }

    /** Ctrl-C. */
    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until it is so; fails when the program ended before. */
    public void until(String what, BooleanSupplier so) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(LONGEST);
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("never came to: " + what + "; it said: " + out() + err());
            }
            Thread.sleep(20);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What it has printed so far. */
    public String out() throws IOException {
        return Files.readString(out);
    }

    public String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
