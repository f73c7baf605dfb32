package dev.allmende.apiserver.store.sealing;

import dev.allmende.apiserver.store.UnusableStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys of 256 bits by their ids, one a line ({@code id base64}), the newest first: that one writes, all read. A file of
 * mode 0600 that is kept, and backed up, apart from the data.
 */
public record KeyFile(Path path, SequencedMap<String, SecretKey> keys) {

    private static final int KEY_BYTES = 32;
    private static final String HEAD = """
            # Keys of sealed values, the newest first: that one writes, all read.
            # Without them the sealed values are lost. Keep a copy, but not beside the backups of the data.
            """;

    public KeyFile {
        keys = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keys));
    }

    /** @throws UnusableStore when it cannot be read, others may read it, or a line is no key */
    public static KeyFile read(Path path) {
        try {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            others.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!others.isEmpty()) {
                throw new UnusableStore(path, "others may read or change this key file", "chmod 600 " + path);
            }
            var keys = new LinkedHashMap<String, SecretKey>();
            for (var line : Files.readAllLines(path)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    parse(path, line.strip(), keys);
                }
            }
            if (keys.isEmpty()) {
                throw new UnusableStore(path, "this key file holds no key", "put the copy that you kept in its place");
            }
            return new KeyFile(path, keys);
        } catch (IOException e) {
            throw new UnusableStore(path, "this key file cannot be read (" + e + ")", "see to its rights", e);
        }
    }

    private static void parse(Path path, String line, SequencedMap<String, SecretKey> into) {
        var parts = line.split(" +", 2);
        byte[] key;
        try {
            key = Base64.getDecoder().decode(parts.length < 2 ? "" : parts[1]);
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != KEY_BYTES) {
            throw new UnusableStore(
                    path,
                    "key '%s' is not 32 bytes in base64".formatted(parts[0]),
                    "put the copy that you kept in its place");
        }
        into.put(parts[0], new SecretKeySpec(key, "AES"));
    }

    /** Makes a file with one new key. */
    public static KeyFile create(Path path, SecureRandom random) {
        return new KeyFile(path, new LinkedHashMap<>()).rotated(random);
    }

    /**
     * Puts a new key before the others, in the file as well. A store that is open goes on with the keys it has read until
     * it is started again.
     */
    public KeyFile rotated(SecureRandom random) {
        var all = new LinkedHashMap<String, SecretKey>();
        all.put(HexFormat.of().formatHex(bytes(random, 4)), new SecretKeySpec(bytes(random, KEY_BYTES), "AES"));
        all.putAll(keys);
        var rotated = new KeyFile(path, all);
        rotated.write();
        return rotated;
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write() {
        var text = keys.entrySet().stream()
                .map(key -> key.getKey() + " "
                        + Base64.getEncoder().encodeToString(key.getValue().getEncoded()) + "\n")
                .collect(Collectors.joining("", HEAD, ""));
        var partial = path.resolveSibling(path.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
            var folder = path.toAbsolutePath().getParent();
            try (var channel = FileChannel.open(folder == null ? path : folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UnusableStore(path, "this key file cannot be written (" + e + ")", "make its folder writable", e);
        }
    }

    @Override
    public String toString() {
        return path + " " + keys.keySet();
    }
}
