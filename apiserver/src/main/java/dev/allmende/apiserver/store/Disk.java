package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the writer does to the file. For the writer's thread. */
final class Disk implements AutoCloseable {

    static final int GONE = 1;
    static final int SEALED = 2;

    /** The log is kept this large from the start: overwriting it needs no change of the file's size, so half the syncs. */
    static final long LOG_BYTES = 8L << 20;

    private final Path file;
    private final Sql sql;
    private final Sealing sealing;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement floor;
    private final PreparedStatement name;
    private final Set<Table> named = new HashSet<>();

    Disk(Path file, Sql sql, Sealing sealing) throws SQLException {
        this.file = file;
        this.sql = sql;
        this.sealing = sealing;
        begin = sql.prepare("begin immediate");
        commit = sql.prepare("commit");
        insert = sql.prepare("insert into revision values (?, ?, ?, ?, ?, ?, ?)");
        delete = sql.prepare("delete from revision where rv = ?");
        floor = sql.prepare("update resource set floor = ? where id = ?");
        name = sql.prepare("insert into resource values (?, ?, ?, ?) on conflict do nothing");
    }

    /** A change on its way into the file. */
    record Row(Table table, Version version) {}

    /** One durable step: when it returns, the rows are on the disk; when it throws, nothing of it happened. */
    void commit(List<Row> rows, List<Retention.Kept> leaving, long now) throws SQLException {
        begin.execute();
        try {
            for (var row : rows) {
                insert(row, now);
            }
            trim(leaving);
            commit.execute();
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
        rows.forEach(row -> named.add(row.table()));
    }

    private void insert(Row row, long now) throws SQLException {
        if (!named.contains(row.table())) {
            name(row.table());
        }
        var entry = row.version().entry;
        boolean sealed = sealing.applies(entry.key().resource());
        insert.setLong(1, entry.resourceVersion());
        insert.setInt(2, row.table().id);
        insert.setString(3, entry.key().namespace());
        insert.setString(4, entry.key().name());
        insert.setInt(5, (row.version().gone ? GONE : 0) | (sealed ? SEALED : 0));
        insert.setLong(6, now);
        insert.setBytes(
                7, sealed ? sealing.seal(place(entry.key(), entry.resourceVersion()), entry.json()) : entry.json());
        insert.executeUpdate();
    }

    private void name(Table table) throws SQLException {
        name.setInt(1, table.id);
        name.setString(2, table.resource.group());
        name.setString(3, table.resource.resource());
        name.setLong(4, table.floor());
        name.executeUpdate();
    }

    /** What a sealed value belongs to. With the resourceVersion an old value cannot be put back in a newer one's place. */
    static String place(ObjectKey key, long resourceVersion) {
        return key + "@" + resourceVersion;
    }

    /**
     * A change that leaves takes the state it replaced with it: until then that one is the change's previous state, and
     * the object's state at older resourceVersions. A deletion takes itself as well.
     */
    private void trim(List<Retention.Kept> leaving) throws SQLException {
        Map<Table, Long> floors = new HashMap<>();
        for (var kept : leaving) {
            var before = kept.version().before();
            if (before != null) {
                delete(before);
            }
            if (kept.version().gone) {
                delete(kept.version());
            }
            floors.put(kept.table(), kept.version().resourceVersion());
        }
        for (var of : floors.entrySet()) {
            floor.setLong(1, of.getValue());
            floor.setInt(2, of.getKey().id);
            floor.executeUpdate();
        }
    }

    private void delete(Version version) throws SQLException {
        delete.setLong(1, version.resourceVersion());
        delete.executeUpdate();
    }

    private void rollback(Exception reason) {
        try {
            sql.execute("rollback");
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors, and then says there is no transaction.
            reason.addSuppressed(e);
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

    /** Fills the log up with zeros, which SQLite takes as the log's end. */
    void reserveLog() throws IOException {
        var log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.exists(log)) {
            return;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocateDirect(1 << 20);
            for (long at = channel.size(); at < LOG_BYTES; at += zeros.capacity()) {
                channel.write(zeros.clear(), at);
            }
            channel.force(true);
        }
    }

    @Override
    public void close() {
        sql.close();
    }
}
