package dev.allmende.apiserver.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes audit events as JSON lines into a file, from a thread of its own. Several events go into one write; they are with
 * the operating system within {@value #LINGER_MILLIS} ms, at once when many wait, and all of them when {@link #close}
 * returns. Memory is bounded: when the disk does not keep up, requests wait.
 *
 * <p>When the file cannot be written, events are counted in {@link #lost} and the server works on.
 */
public final class AuditLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());
    private static final long LINGER_MILLIS = 20;
    private static final int BUFFER = 256 * 1024;

    /**
     * @param largestFile bytes of a file
     * @param keptFiles old files beside the current one
     * @param longestBody bytes of a body; longer ones are left out of their event
     * @param backlog bytes of events that may wait
     */
    public record Limits(long largestFile, int keptFiles, int longestBody, long backlog) {
        public static final Limits STANDARD = new Limits(100L << 20, 10, 256 << 10, 16L << 20);
    }

    private final AuditPolicy policy;
    private final EventWriter writer;
    private final RotatingFile file;
    private final Path path;
    private final Backlog backlog;
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private boolean failing;

    private AuditLog(Path path, AuditPolicy policy, Limits limits) {
        this.policy = policy;
        this.path = path;
        this.writer = new EventWriter(limits.longestBody());
        this.file = new RotatingFile(path, limits.largestFile(), limits.keptFiles());
        this.backlog = new Backlog(limits.backlog());
        this.thread = Thread.ofPlatform().name("audit").daemon().unstarted(this::run);
    }

    /** Opens the file for appending. @throws IOException when it cannot be written */
    public static AuditLog open(Path path, AuditPolicy policy, Limits limits) throws IOException {
        var log = new AuditLog(path, policy, limits);
        log.file.write(ByteBuffer.allocate(0));
        log.thread.start();
        return log;
    }

    public AuditPolicy policy() {
        return policy;
    }

    /** Takes an event to be written. Its level has been judged by the {@link #policy}; {@code NONE} is passed over. */
    public void write(AuditEvent event) {
        if (event.level() == Level.NONE) {
            return;
        }
        boolean bodies = event.level().atLeast(Level.REQUEST);
        if (!backlog.add(bodies ? event : event.withoutBodies())) {
            lost.incrementAndGet();
        }
    }

    /** How many events are in the file. */
    public long written() {
        return written.get();
    }

    /** How many events could not be written. */
    public long lost() {
        return lost.get();
    }

    /** Waits until everything taken so far is with the operating system, or lost. */
    public void flush() {
        backlog.awaitWritten();
    }

    private void run() {
        var text = new JsonText(BUFFER);
        for (var events = next(); !events.isEmpty(); events = next()) {
            write(events, text);
            backlog.wrote(events.size());
        }
    }

    private List<AuditEvent> next() {
        return backlog.take(LINGER_MILLIS);
    }

    private void write(List<AuditEvent> events, JsonText text) {
        int pending = 0;
        for (var event : events) {
            int before = text.length();
            try {
                writer.write(event, text);
                pending++;
            } catch (RuntimeException e) {
                text.cut(before);
                lost(1, e);
            }
            if (text.length() >= BUFFER / 2) {
                write(text, pending);
                pending = 0;
            }
        }
        write(text, pending);
    }

    private void write(JsonText text, int events) {
        try {
            if (text.length() > 0) {
                file.write(ByteBuffer.wrap(text.bytes(), 0, text.length()));
                written.addAndGet(events);
                failing = false;
            }
        } catch (IOException e) {
            lost(events, e);
        } finally {
            text.clear();
        }
    }

    private void lost(int events, Exception why) {
        lost.addAndGet(events);
        if (!failing) {
            failing = true;
            LOG.log(System.Logger.Level.ERROR, "{0}: audit events are lost: {1}", path, why.toString());
        }
    }

    /** Writes what waits, then closes the file. */
    @Override
    public void close() throws IOException {
        backlog.close();
        joinWhateverHappens();
        file.close();
    }

    private void joinWhateverHappens() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
