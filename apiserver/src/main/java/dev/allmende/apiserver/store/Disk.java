package dev.allmende.apiserver.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the writer does to the file. For the writer's thread. */
final class Disk implements AutoCloseable {

    static final int GONE = 1;
    static final int SEALED = 2;

    /** The log is kept this large from the start: overwriting it needs no change of the file's size, so half the syncs. */
    static final long LOG_BYTES = 8L << 20;

    private final Path file;
    private final Sql sql;
    private final Sealing sealing;
    private @Nullable Statements statements;

    Disk(Path file, Sql sql, Sealing sealing) {
        this.file = file;
        this.sql = sql;
        this.sealing = sealing;
    }

    /** Seals a value anew where it lies; its resourceVersion and its place stay. */
    void reseal(Entry entry) throws SQLException {
        try (var update = sql.prepare("update revision set val = ?, flags = flags | " + SEALED + " where rv = ?")) {
            update.setBytes(1, sealing.seal(Statements.place(entry), entry.json()));
            update.setLong(2, entry.resourceVersion());
            update.executeUpdate();
        }
    }

    /** A change on its way into the file. */
    record Row(Table table, Version version) {}

    /** One durable step: when it returns, the rows are on the disk; when it throws, nothing of it happened. */
    void commit(List<Row> rows, List<Retention.Kept> leaving, long now) throws SQLException {
        var run = statements == null ? new Statements(sql, sealing) : statements;
        statements = null;
        try {
            run.begin();
            for (var row : rows) {
                run.insert(row.table(), row.version(), now);
            }
            run.trim(leaving);
            run.commit();
            statements = run;
        } finally {
            if (statements == null) {
                run.close();
                sql.abandon();
            }
        }
    }

    Sql sql() {
        return sql;
    }

    Path file() {
        return file;
    }

    /** Marks whether the file was closed in order. */
    void clean(boolean is) throws SQLException {
        sql.execute("update meta set val = " + (is ? 1 : 0) + " where key = 'clean'");
    }

    /** Fills the log up with zeros, which SQLite takes as the log's end. Only makes writes faster: may fail. */
    void reserveLog() {
        var log = file.resolveSibling(file.getFileName() + "-wal");
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocate(1 << 20);
            for (long at = channel.size(); at < LOG_BYTES; at += zeros.capacity()) {
                channel.write(zeros.clear(), at);
            }
            channel.force(true);
        } catch (IOException e) {
            // No space for it, say. Writes that need space will tell.
        }
    }

    @Override
    public void close() {
        sql.close();
    }
}
