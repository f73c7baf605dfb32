package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes on disk what a run creates, each before the request goes out, so that a killed run's resources are found again.
 *
 * <p>One file per run, one JSON object per line, only ever appended to: {@code creating} (number, cloud, kind, name),
 * {@code created} (number, id), {@code removed} (number). Made at the first resource and deleted when all are gone.
 * Locked while the run lives, so that cleaning up after dead runs leaves living ones alone.
 */
final class Ledger implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;
    private final Clock clock;
    private final TreeMap<Integer, Noted> noted = new TreeMap<>();
    private int last;

    private @Nullable FileChannel channel;

    /** @param folder of all runs' journals, made when needed */
    Ledger(Path folder, RunId run, Clock clock) {
        this.file = folder.resolve(run.id() + ".jsonl");
        this.clock = clock;
    }

    /** Notes that a resource is about to be created; on disk when this returns. Gives its number. */
    synchronized int creating(String cloud, Kind kind, String name) {
        var resource = new Noted(++last, cloud, kind, name, Optional.empty());
        append(line(last, "creating")
                .put("cloud", cloud)
                .put("kind", kind.word())
                .put("name", name));
        noted.put(last, resource);
        return last;
    }

    synchronized void created(int number, String id) {
        noted.computeIfPresent(number, (same, resource) -> resource.withId(id));
        append(line(number, "created").put("id", id));
    }

    synchronized void removed(int number) {
        if (noted.remove(number) != null) {
            append(line(number, "removed"));
        }
    }

    /** What is not known to be gone. */
    synchronized List<Noted> left() {
        return List.copyOf(noted.values());
    }

    /** What is not known to be gone, of these numbers. */
    synchronized List<Noted> left(Set<Integer> numbers) {
        return noted.values().stream()
                .filter(resource -> numbers.contains(resource.number()))
                .toList();
    }

    /** Deletes the journal when everything is gone. */
    @Override
    public synchronized void close() {
        if (channel == null) {
            return;
        }
        try {
            if (noted.isEmpty()) {
                Files.deleteIfExists(file);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private ObjectNode line(int number, String event) {
        return JSON.createObjectNode()
                .put("n", number)
                .put("event", event)
                .put("at", clock.instant().toString());
    }

    private void append(ObjectNode line) {
        // An interrupt would close the channel under our hands and lose the note; it is set again afterwards.
        boolean interrupted = Thread.interrupted();
        try {
            var out = open();
            out.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot note in " + file + " what the run creates, so nothing is created; set XDG_STATE_HOME to a"
                            + " folder that can be written",
                    e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private FileChannel open() throws IOException {
        var opened = channel;
        if (opened == null) {
            Files.createDirectories(file.getParent(), rights("rwx------"));
            opened = FileChannel.open(file, APPEND, rights("rw-------"));
            channel = opened;
            if (opened.tryLock() == null) {
                throw new IOException("locked by another process");
            }
        }
        return opened;
    }

    private static FileAttribute<?>[] rights(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
