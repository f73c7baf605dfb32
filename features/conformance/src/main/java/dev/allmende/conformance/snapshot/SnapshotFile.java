package dev.allmende.conformance.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of {@code --record} and {@code --replay}: one JSON document, packed with gzip when the name ends in
 * {@code .gz}. The same snapshot gives the same bytes. What is read back equals what was written, byte for byte, so that a
 * replay judges what the run judged.
 *
 * <pre>
 * {"format": "allmende-snapshot", "version": 1,
 *  "header": {"runUuid", "runId", "takenAt", "tool", "cloud", "authUrl", "region", "readOnly"},
 *  "observations": [
 *   {"input", "took", "seen": [answer...]},
 *   {"input", "took", "notSeen": cause, "why", "partial": [answer...]}]}
 * answer: {"request", "status", "headers": {}, one of "json" (a value), "text" (a string), "base64"}
 * </pre>
 */
public final class SnapshotFile {

    static final String FORMAT = "allmende-snapshot";
    static final int VERSION = 1;

    private SnapshotFile() {}

    /**
     * Writes next to the file first and moves it there when complete: a run that is cut off leaves no half file.
     *
     * @throws BadSnapshotFile when it cannot be written
     */
    public static void write(Path file, Snapshot snapshot) {
        var half = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = open(half, isPacked(file))) {
                SnapshotWriter.write(out, snapshot);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadSnapshotFile(
                    "cannot write the snapshot to %s: %s; name a file in a folder that you may write to"
                            .formatted(file, reason(e)),
                    e);
        } finally {
            deleteQuietly(half);
        }
    }

    /** {@code sha256:} and the digest of the snapshot's file, unpacked: the same whether it was ever written or not. */
    public static String digest(Snapshot snapshot) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
                SnapshotWriter.write(out, snapshot);
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("nothing is written, and every JDK has SHA-256", impossible);
        }
    }

    /** @throws BadSnapshotFile when there is none, or it is not a snapshot that this program can read */
    public static Snapshot read(Path file) {
        try (var in = new LimitedStream(open(file), file.toString())) {
            return new SnapshotReader(file.toString()).read(in);
        } catch (NoSuchFileException e) {
            throw new BadSnapshotFile(
                    "there is no snapshot %s: make one with 'allmende check --record %s'".formatted(file, file), e);
        } catch (IOException e) {
            throw new BadSnapshotFile("cannot read the snapshot %s: %s; record it again".formatted(file, reason(e)), e);
        }
    }

    private static OutputStream open(Path file, boolean packed) throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(file));
        return packed ? new GZIPOutputStream(out) : out;
    }

    /** Looks at the first bytes, not at the name: packed files get renamed. */
    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        var packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return (message == null ? e.getClass().getSimpleName() : message).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The first failure has been reported already; a stale .part file harms nobody.
        }
    }

    /** Stops before an unpacked file fills the memory. */
    private static final class LimitedStream extends InputStream {

        /** A cloud of 10,000 images is about 20 MB. */
        private static final long MOST = 1L << 29;

        private final InputStream in;
        private final String file;
        private long count;

        LimitedStream(InputStream in, String file) {
            this.in = in;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            var value = in.read();
            add(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = in.read(buffer, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        private void add(int bytes) {
            count += bytes;
            if (count > MOST) {
                throw new BadSnapshotFile(
                        "%s is larger than %s MiB when unpacked, which no snapshot is: check that it is the right file"
                                .formatted(file, MOST >> 20));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
