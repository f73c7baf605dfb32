package dev.allmende.apiserver.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One connection to a SQLite file, for one thread. */
final class Sql implements AutoCloseable {

    /** What a transaction does. */
    interface Work {
        void run() throws SQLException;
    }

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    static Sql open(Path file) throws SQLException {
        var sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file));
        try {
            sql.execute("pragma busy_timeout = 10000");
            // Checkpoints are made by the Checkpointer; one inside a commit would make that write wait.
            sql.execute("pragma wal_autocheckpoint = 0");
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    /** A commit returns only when the log was synced: survives a loss of power. */
    void durable(Path file) throws SQLException {
        // Before the mode, while the file is empty: objects of 2 KiB would fill half a page of the usual 4,096 bytes.
        execute("pragma page_size = 8192");
        var mode = text("pragma journal_mode = wal");
        execute("pragma synchronous = full");
        long synchronous = number("pragma synchronous");
        if (!mode.equals("wal") || synchronous != 2) {
            throw new UnusableStore(
                    file,
                    "writes would not be durable (journal_mode %s, synchronous %d)".formatted(mode, synchronous),
                    "put it on a local disk");
        }
    }

    /** @param bytes most of the file; 0 for no limit */
    void limit(long bytes) throws SQLException {
        long pages = bytes == 0 ? 0xfffffffeL : bytes / number("pragma page_size");
        execute("pragma max_page_count = " + pages);
    }

    PreparedStatement prepare(String statement) throws SQLException {
        return connection.prepareStatement(statement);
    }

    void execute(String statement) throws SQLException {
        try (var s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    long number(String query) throws SQLException {
        try (var s = connection.createStatement();
                var row = s.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    String text(String query) throws SQLException {
        try (var s = connection.createStatement();
                var row = s.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** All of the work, or nothing of it. */
    void transaction(Work work) throws SQLException {
        execute("begin immediate");
        boolean done = false;
        try {
            work.run();
            execute("commit");
            done = true;
        } finally {
            if (!done) {
                abandon();
            }
        }
    }

    /** Ends a transaction that failed, if there is one: after some errors SQLite has ended it by itself. */
    void abandon() {
        try {
            execute("rollback");
        } catch (SQLException e) {
            // There was none. If it was there and stays, the next "begin" says so.
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite connection does not close", e);
        }
    }
}
