package dev.allmende.apiserver.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;

/**
 * How a store is opened.
 *
 * @param file the SQLite file; made when absent. Its companions {@code -wal}, {@code -shm} and {@code .lock} lie beside it
 * @param maxBytes most bytes of the file, its log not counted; writes fail beyond, reads go on. 0 for no limit
 * @param clock for the age of changes only
 */
public record StoreOptions(
        Path file, Indexer indexer, Sealing sealing, HistoryLimits history, long maxBytes, InstantSource clock) {

    public static StoreOptions of(Path file, Indexer indexer) {
        return new StoreOptions(
                file.toAbsolutePath(), indexer, Sealing.NONE, HistoryLimits.DEFAULT, 0, Clock.systemUTC());
    }

    public StoreOptions withSealing(Sealing with) {
        return new StoreOptions(file, indexer, with, history, maxBytes, clock);
    }

    public StoreOptions withHistory(HistoryLimits limits) {
        return new StoreOptions(file, indexer, sealing, limits, maxBytes, clock);
    }

    public StoreOptions withMaxBytes(long most) {
        return new StoreOptions(file, indexer, sealing, history, most, clock);
    }

    public StoreOptions withClock(InstantSource with) {
        return new StoreOptions(file, indexer, sealing, history, maxBytes, with);
    }
}
