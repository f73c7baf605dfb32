package dev.allmende.server.place;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one process that serves a data folder. It holds a lock on {@code run.lock}, which the kernel lets go of when the
 * process dies, and says about itself in {@code run.info}.
 */
public final class Instance implements AutoCloseable {

    private static final String LOCK = "run.lock";
    private static final String INFO = "run.info";
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * What a running server says about itself.
     *
     */
    public record Info(long pid, String url, String version, Instant started) {

        String text() {
            return "pid: %d\nurl: %s\nversion: %s\nstarted: %s\n".formatted(pid, url, version, started);
        }

        static Info parse(String text) {
            Map<String, String> fields = new HashMap<>();
            text.lines().forEach(line -> {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            });
            return new Info(
                    Long.parseLong(fields.getOrDefault("pid", "0")),
                    fields.getOrDefault("url", ""),
                    fields.getOrDefault("version", ""),
                    Instant.parse(fields.getOrDefault("started", Instant.EPOCH.toString())));
        }
    }

    /** Another process serves the folder. */
    public static final class Taken extends IOException {
        Taken(Path data, long pid) {
            super(
                    "%s is served by process %d already: stop that one (allmende down --data %s), or name another folder with --data"
                            .formatted(data, pid, data));
        }
    }

    private final Path data;
    private final FileChannel channel;

    private Instance(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /** @throws Taken naming the process that serves the folder */
    public static Instance claim(Path data) throws IOException, InterruptedException, Taken {
        var channel = open(data);
        for (int left = TRIES; channel.tryLock() == null; left--) {
            if (left == 0) {
                long pid = info(data).map(Info::pid).orElse(0L);
                channel.close();
                throw new Taken(data, pid);
            }
            // a command that looks whether somebody serves the folder holds the lock for a moment
            Thread.sleep(PAUSE);
        }
        Files.deleteIfExists(data.resolve(INFO)); // of one that was killed
        return new Instance(data, channel);
    }

    /** Whether a process serves a folder. */
    public sealed interface State {}

    public record Stopped() implements State {}

    /** It has the folder and does not answer yet. */
    public record Starting() implements State {}

    public record Running(Info info) implements State {}

    /** Not for the process that serves the folder: it would let go of its lock. */
    public static State state(Path data) throws IOException {
        if (!Files.exists(data.resolve(LOCK))) {
            return new Stopped();
        }
        try (var channel = open(data)) {
            if (channel.tryLock() != null) {
                return new Stopped();
            }
            return info(data).<State>map(Running::new).orElseGet(Starting::new);
        }
    }

    private static FileChannel open(Path data) throws IOException {
        return FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Optional<Info> info(Path data) throws IOException {
        try {
            return Optional.of(Info.parse(Files.readString(data.resolve(INFO))));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Replaces the file as a whole, for readers never wait. */
    public void tell(Info info) throws IOException {
        var fresh = data.resolve(INFO + ".new");
        Files.writeString(fresh, info.text());
        Files.move(fresh, data.resolve(INFO), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(data.resolve(INFO));
        channel.close();
    }
}
