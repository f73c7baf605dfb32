package dev.allmende.conformance.snapshot;

/** A snapshot file could not be read or written. The message is one line: file, place in it, remedy. */
public final class BadSnapshotFile extends RuntimeException {

    public BadSnapshotFile(String message) {
        super(message);
    }

    public BadSnapshotFile(String message, Throwable cause) {
        super(message, cause);
    }
}
