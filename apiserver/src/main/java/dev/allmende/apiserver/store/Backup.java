package dev.allmende.apiserver.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** A copy of a store's file that is whole, checked and on the disk when it has its name. */
final class Backup {

    private Backup() {}

    /** Works on a file that is open elsewhere, in this process or another: SQLite gives the view of one moment. */
    static void write(Path file, Path target) {
        if (Files.exists(target)) {
            throw new UnusableStore(target, "it exists already", "name a new file for the backup");
        }
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            copy(file, partial);
            check(partial);
            sync(partial, StandardOpenOption.WRITE);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            sync(folder(target), StandardOpenOption.READ);
        } catch (SQLException | IOException e) {
            throw new UnusableStore(
                    target,
                    "the backup could not be written (" + e.getMessage() + ")",
                    "see to space and rights there",
                    e);
        }
    }

    private static void copy(Path file, Path into) throws SQLException {
        try (var sql = Sql.open(file);
                var copy = sql.prepare("vacuum into ?")) {
            copy.setString(1, into.toString());
            copy.execute();
        }
    }

    private static void check(Path copy) throws SQLException {
        try (var sql = Sql.open(copy)) {
            // It is complete and nobody has it open: the next start need not look for damage.
            sql.execute("update meta set val = 1 where key = 'clean'");
            var found = sql.text("pragma quick_check(1)");
            if (!found.equals("ok")) {
                throw new SQLException("the copy is damaged: " + found);
            }
        }
    }

    static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
