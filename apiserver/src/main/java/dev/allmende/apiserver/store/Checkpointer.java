package dev.allmende.apiserver.store;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings the log's pages into the file, beside the writer. Once all are there the next write begins the log anew. While
 * others keep writing that moment may never come: then the writer itself brings the rest, which is little by then.
 */
final class Checkpointer implements AutoCloseable {

    /** So many bytes are written before it starts. */
    private static final long BEGIN = 4L << 20;

    /** Above so many bytes of the log that are not in the file, or are but the log was not begun anew, the writer helps. */
    private static final long HELP = Disk.LOG_BYTES;

    private final Sql sql;
    private final long pageBytes;
    private final AtomicLong written = new AtomicLong();
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Writer writer;

    Checkpointer(Sql sql) throws SQLException {
        this.sql = sql;
        this.pageBytes = sql.number("pragma page_size");
        this.thread = Thread.ofPlatform().daemon().name("store-checkpoint").start(this::run);
    }

    /** Whom to ask for help. */
    void helper(Writer who) {
        writer = who;
    }

    /** The writer says what it wrote. */
    void written(long bytes) {
        if (written.addAndGet(bytes) >= BEGIN) {
            written.set(0);
            due.release();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!due.tryAcquire(1, TimeUnit.MINUTES) && written.getAndSet(0) == 0) {
                    continue;
                }
                due.drainPermits();
                checkpoint();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | StoreUnavailable e) {
                // The log stays, writes go on; a disk that is really broken shows in the writer's own errors.
            }
        }
    }

    private void checkpoint() throws SQLException {
        long log = passive(sql);
        var who = writer;
        if (log * pageBytes > HELP && who != null && !closed) {
            who.work(disk -> passive(disk.sql()));
        }
    }

    /** @return pages in the log */
    private static long passive(Sql sql) throws SQLException {
        try (var statement = sql.prepare("pragma wal_checkpoint(passive)");
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(2) : 0;
        }
    }

    @Override
    public void close() {
        closed = true;
        due.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sql.close();
    }
}
