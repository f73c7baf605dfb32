package dev.allmende.apiserver.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file (mode 0600) that moves aside when it is full: {@code audit.log.1} is the youngest of the old ones. One thread. */
final class RotatingFile implements AutoCloseable {

    private final Path file;
    private final long largest;
    private final int kept;
    private @Nullable FileChannel channel;

    /**
     * @param largest bytes of a file, roughly: a write is not torn apart
     * @param kept old files beside the current one
     */
    RotatingFile(Path file, long largest, int kept) {
        this.file = file;
        this.largest = largest;
        this.kept = kept;
    }

    void write(ByteBuffer bytes) throws IOException {
        var open = opened();
        if (open.size() > 0 && open.size() + bytes.remaining() > largest) {
            rotate(open);
            open = opened();
        }
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    private FileChannel opened() throws IOException {
        var open = channel;
        if (open == null || !open.isOpen()) {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            open = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            channel = open;
        }
        return open;
    }

    private void rotate(FileChannel full) throws IOException {
        full.close();
        Files.deleteIfExists(numbered(kept));
        for (int number = kept - 1; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                move(numbered(number), numbered(number + 1));
            }
        }
        if (kept > 0) {
            move(file, numbered(1));
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
