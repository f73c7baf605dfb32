package dev.allmende.conformance.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.ServiceType;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes on disk what a run creates, each before the request goes out, so that a killed run's resources are found again.
 *
 * <p>One file per run, one JSON object per line, only ever appended to: {@code creating} (number, cloud, service, kind,
 * name), {@code created} (number, id), {@code removed} (number). Made at the first resource, deleted when all are gone.
 */
final class Ledger implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);

    private final Path file;
    private final Clock clock;
    private int last;
    private int open;

    private @Nullable FileChannel channel;

    /** @param folder of all runs' journals, made when needed */
    Ledger(Path folder, RunId run, Clock clock) {
        this.file = folder.resolve(run.id() + ".jsonl");
        this.clock = clock;
    }

    /** Notes that a resource is about to be created. On disk when this returns. */
    synchronized Session.Trace creating(Cloud cloud, ServiceType service, String kind, String name) {
        int number = ++last;
        open++;
        append(line(number, "creating")
                .put("cloud", cloud.name())
                .put("region", cloud.region())
                .put("service", service.name())
                .put("kind", kind)
                .put("name", name));
        return new Session.Trace() {
            @Override
            public void created(String id) {
                note(line(number, "created").put("id", id), 0);
            }

            @Override
            public void removed() {
                note(line(number, "removed"), -1);
            }
        };
    }

    /** Whether anything noted is not known to be gone. */
    synchronized boolean anythingLeft() {
        return open > 0;
    }

    Path file() {
        return file;
    }

    /** Deletes the journal when everything is gone. */
    @Override
    public synchronized void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
            if (open == 0) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private synchronized void note(ObjectNode line, int change) {
        open += change;
        append(line);
    }

    private ObjectNode line(int number, String event) {
        return JSON.createObjectNode()
                .put("n", number)
                .put("event", event)
                .put("at", clock.instant().toString());
    }

    private void append(ObjectNode line) {
        try {
            if (channel == null) {
                Files.createDirectories(file.getParent(), rights("rwx------"));
                channel = FileChannel.open(file, APPEND, rights("rw-------"));
            }
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot note in " + file + " what the run creates, so nothing is created; set XDG_STATE_HOME to a"
                            + " folder that can be written",
                    e);
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
