package dev.allmende.apiserver.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A write could not be made durable, so it was not made at all. Reads go on; later writes may succeed. */
public final class StoreUnavailable extends RuntimeException {

    static final String RESTORE = "keep the file for analysis and restore the newest backup";

    StoreUnavailable(String message) {
        super(message);
    }

    StoreUnavailable(Path file, SQLException cause) {
        super("%s: write failed: %s (%s)".formatted(file, cause.getMessage(), remedy(cause)), cause);
    }

    static String remedy(SQLException cause) {
        var code = cause instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_FULL -> "free space on the disk or raise the store's limit; writing goes on by itself then";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                "make the file and its folder writable for this user";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> RESTORE;
            default ->
                code.name().startsWith("SQLITE_IOERR")
                        ? "look at the disk and the kernel's log; writing goes on by itself when it works again"
                        : "see the cause";
        };
    }
}
