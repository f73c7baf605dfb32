package dev.allmende.apiserver.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Puts a backup in a store's place. Until the last step, which is one rename, the store is as it was. */
public final class Restore {

    /**
     * How far the resourceVersion goes beyond the newest known one. The lost store may have handed out more than the
     * backup knows: this is a day of ten thousand writes a second. etcd's disaster recovery advises the same number.
     */
    static final long JUMP = 1_000_000_000;

    /**
     * What a restore did.
     *
     * @param objects in the store now
     * @param resourceVersion it goes on from
     * @param replaced where the file lies that was there before
     */
    public record Done(long objects, long resourceVersion, Optional<Path> replaced) {}

    private final Path backup;
    private final StoreOptions options;
    private final Path file;
    private final Path fresh;

    private Restore(Path backup, StoreOptions options) {
        this.backup = backup;
        this.options = options;
        this.file = options.file();
        this.fresh = beside(file, ".restoring");
    }

    static Done run(Path backup, StoreOptions options) {
        var restore = new Restore(backup, options);
        try (var _ = ProcessLock.take(options.file())) {
            return restore.run();
        } catch (SQLException | IOException e) {
            throw new UnusableStore(
                    backup,
                    "it could not be restored (" + e.getMessage() + ")",
                    "the store is as it was; see to space and rights, or take another backup",
                    e);
        }
    }

    private Done run() throws SQLException, IOException {
        if (!Files.isRegularFile(backup)) {
            throw new UnusableStore(backup, "there is no such backup", "name a file that backup wrote");
        }
        remove(fresh);
        try {
            // SQLite would make it readable by all.
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            copy();
            long live = newestOf(file);
            var done = prepare(live);
            Backup.sync(fresh, StandardOpenOption.WRITE);
            return new Done(done.objects(), done.resourceVersion(), replace());
        } finally {
            remove(fresh);
        }
    }

    private void copy() throws SQLException {
        try (var sql = Sql.open(backup);
                var copy = sql.prepare("vacuum into ?")) {
            copy.setString(1, fresh.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new UnusableStore(
                    backup, "it is no whole backup: " + e.getMessage(), "take another one; the store is as it was", e);
        }
    }

    /** Checks the copy by doing with it what a start does, and gives it its new resourceVersion. */
    private Done prepare(long live) throws SQLException {
        try (var sql = Sql.open(fresh)) {
            if (sql.number("select count(*) from sqlite_master") == 0) {
                throw new UnusableStore(backup, "it is empty", "take another one; the store is as it was");
            }
            Schema.CURRENT.migrate(backup, sql);
            var found = sql.text("pragma integrity_check(1)");
            if (!found.equals("ok")) {
                throw new UnusableStore(backup, "it is damaged: " + found, "take another one; the store is as it was");
            }
            options.sealing().prepare(backup, sql.number("select val from meta where key = 'sealed'") == 1);
            var memory = new Memory(sql.number("select val from meta where key = 'base'"));
            new Loader(options, new Interner(), memory, new Retention(options.history())).load(sql);
            long base = Math.max(live, memory.visible()) + JUMP;
            sql.transaction(() -> begin(sql, base));
            return new Done(sql.number("select count(*) from revision"), base, Optional.empty());
        }
    }

    /** Nobody may go on from a resourceVersion of before: no history is kept, only the newest state of each object. */
    private static void begin(Sql sql, long base) throws SQLException {
        sql.execute("delete from revision where rv not in"
                + " (select max(rv) from revision group by resource, namespace, name)");
        sql.execute("delete from revision where flags & " + Disk.GONE);
        sql.execute("update resource set floor = " + base);
        sql.execute("update meta set val = " + base + " where key = 'base'");
        sql.execute("update meta set val = 1 where key = 'clean'");
    }

    /** The newest resourceVersion of the store that is replaced, if it can still be read. */
    private static long newestOf(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var sql = Sql.open(file)) {
            // Brings what is in the log into the file, so that it is whole when it is put aside.
            sql.execute("pragma wal_checkpoint(truncate)");
            return sql.number("select max((select coalesce(max(rv), 0) from revision),"
                    + " (select coalesce(max(floor), 0) from resource),"
                    + " (select coalesce(max(val), 0) from meta where key = 'base'))");
        } catch (SQLException e) {
            // It is damaged, which may be why a backup is restored.
            return 0;
        }
    }

    private Optional<Path> replace() throws IOException {
        Optional<Path> aside = Files.exists(file) ? Optional.of(putAside()) : Optional.empty();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Backup.sync(Backup.folder(file), StandardOpenOption.READ);
        return aside;
    }

    private Path putAside() throws IOException {
        var stamp = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(options.clock().instant());
        var aside = beside(file, ".replaced-" + stamp);
        // A second name for the old file: the first one goes to the new file in one step, and there is no time without.
        Files.createLink(aside, file);
        // Only a damaged file still has a log here. It must not be taken for the new file's.
        var log = beside(file, "-wal");
        if (Files.exists(log)) {
            Files.move(log, beside(aside, "-wal"));
        }
        Files.deleteIfExists(beside(file, "-shm"));
        return aside;
    }

    private static void remove(Path database) throws IOException {
        for (var path :
                List.of(database, beside(database, "-wal"), beside(database, "-shm"), beside(database, "-journal"))) {
            Files.deleteIfExists(path);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
