package dev.allmende.apiserver.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second process, or a second store in this one, away from a file. The kernel lets go of it when we die. */
final class ProcessLock implements AutoCloseable {

    // Closing any channel to a file drops all locks that this process has on it (POSIX): so look here before opening
    // one.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ProcessLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws UnusableStore when another holds it; says which process */
    static ProcessLock take(Path file) {
        var path = file.resolveSibling(file.getFileName() + ".lock")
                .toAbsolutePath()
                .normalize();
        if (!HELD.add(path)) {
            throw new UnusableStore(file, "it is open in this process already", "close that store first");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new UnusableStore(
                        file,
                        "process %s has it open"
                                .formatted(Files.readString(path).strip()),
                        "stop that one, or name another file");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new ProcessLock(path, channel);
        } catch (IOException e) {
            release(path, channel);
            throw new UnusableStore(path, "it cannot be written (" + e + ")", "make its folder writable", e);
        } catch (UnusableStore e) {
            release(path, channel);
            throw e;
        }
    }

    private static void release(Path path, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(path + " does not close", e);
        } finally {
            HELD.remove(path);
        }
    }

    @Override
    public void close() {
        release(path, channel);
    }
}
