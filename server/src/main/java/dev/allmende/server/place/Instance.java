package dev.allmende.server.place;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

    /**
     * What a running server says about itself.
     *
     * @param url empty until it answers
     */
    public record Info(long pid, String url, String version, Instant started) {

        private String text() {
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
    public static Instance claim(Path data) throws IOException {
        var channel = open(data);
        if (channel.tryLock() == null) {
            long pid = info(data).map(Info::pid).orElse(0L);
            channel.close();
            throw new Taken(data, pid);
        }
        return new Instance(data, channel);
    }

    /** Who serves the folder now; empty when nobody does. Not for the process that serves it. */
    public static Optional<Info> running(Path data) throws IOException {
        if (!Files.exists(data.resolve(LOCK))) {
            return Optional.empty();
        }
        try (var channel = open(data)) {
            return channel.tryLock() == null ? info(data) : Optional.empty();
        }
    }

    private static FileChannel open(Path data) throws IOException {
        return FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Optional<Info> info(Path data) throws IOException {
        try {
            return Optional.of(Info.parse(Files.readString(data.resolve(INFO))));
        } catch (NoSuchFileException starting) {
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
