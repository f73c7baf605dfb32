package dev.allmende.apiserver.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** An opened file and what was read from it. */
record Opened(
        ProcessLock lock, Disk disk, Checkpointer checkpointer, Memory memory, Retention retention, Interner interner)
        implements AutoCloseable {

    static Opened open(StoreOptions options) {
        var file = options.file();
        var lock = ProcessLock.take(file);
        try {
            create(file);
            return open(options, lock);
        } catch (SQLException e) {
            lock.close();
            throw new UnusableStore(file, "SQLite says: " + e.getMessage(), StoreUnavailable.remedy(e), e);
        } catch (IOException e) {
            lock.close();
            throw new UnusableStore(file, "it cannot be written (" + e + ")", "make its folder writable", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void create(Path file) throws IOException {
        try {
            // SQLite gives its companions the same permissions.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // the usual case
        }
    }

    private static Opened open(StoreOptions options, ProcessLock lock) throws SQLException {
        var file = options.file();
        var sql = Sql.open(file);
        try {
            sql.durable(file);
            Schema.CURRENT.migrate(file, sql);
            check(file, sql);
            prepareSealing(options, sql);
            sql.limit(options.maxBytes());
            var disk = new Disk(file, sql, options.sealing());
            disk.clean(false);
            disk.reserveLog();
            var interner = new Interner();
            var memory = new Memory(sql.number("select val from meta where key = 'base'"));
            var retention = new Retention(options.history());
            new Loader(options, interner, memory, retention).load(sql);
            return new Opened(lock, disk, new Checkpointer(Sql.open(file)), memory, retention, interner);
        } catch (SQLException | RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    /** After a power loss or a kill SQLite repairs by its log; whether the disk kept its word is looked at here. */
    private static void check(Path file, Sql sql) throws SQLException {
        if (sql.number("select val from meta where key = 'clean'") == 1) {
            return;
        }
        var found = sql.text("pragma quick_check(1)");
        if (!found.equals("ok")) {
            throw new UnusableStore(file, "it is damaged: " + found.replace('\n', ' '), StoreUnavailable.RESTORE);
        }
    }

    private static void prepareSealing(StoreOptions options, Sql sql) throws SQLException {
        boolean usedBefore = sql.number("select val from meta where key = 'sealed'") == 1;
        options.sealing().prepare(options.file(), usedBefore);
        if (!usedBefore && !options.sealing().equals(Sealing.NONE)) {
            sql.execute("update meta set val = 1 where key = 'sealed'");
        }
    }

    @Override
    public void close() {
        checkpointer.close();
        try {
            disk.clean(true);
        } catch (SQLException e) {
            // A full disk, say: all that was acknowledged is in the file or its log, the next start only looks closer.
        }
        try {
            disk.close();
        } finally {
            lock.close();
        }
    }
}
