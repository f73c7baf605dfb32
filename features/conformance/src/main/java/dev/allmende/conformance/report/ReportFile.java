package dev.allmende.conformance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file beside its place and moves it there when it is complete and on disk. */
final class ReportFile {

    private ReportFile() {}

    interface Content {
        void to(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device cannot be replaced.
            try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                content.to(out);
            }
            return;
        }
        var place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = place.getParent();
        if (folder == null) {
            throw new IOException(file + " is no place for a report: name a file");
        }
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, "." + place.getFileName(), ".part", readable());
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                content.to(out);
                channel.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** As any new file, less the umask; temporary files are private otherwise. */
    private static FileAttribute<?>[] readable() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                }
                : new FileAttribute<?>[0];
    }
}
