package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An {@link ObjectStore} in one SQLite file. DESIGN.md beside this file says how it works and why. */
public final class SqliteStore implements ObjectStore {

    /** In one transaction; writes wait meanwhile. */
    private static final int RESEAL_AT_ONCE = 100;

    private final StoreOptions options;
    private final Opened opened;
    private final Memory memory;
    private final Waker waker;
    private final Writer writer;

    private SqliteStore(StoreOptions options, Opened opened, Waker waker, Writer writer) {
        this.options = options;
        this.opened = opened;
        this.memory = opened.memory();
        this.waker = waker;
        this.writer = writer;
    }

    /**
     * Opens the file, or makes it, and reads everything into memory.
     *
     * @throws UnusableStore when it is in use, damaged, of a newer release, or its key is absent
     */
    public static SqliteStore open(StoreOptions options) {
        var opened = Opened.open(options);
        var waker = new Waker(opened.memory());
        var writer = new Writer(options, opened, waker);
        opened.checkpointer().helper(writer);
        return new SqliteStore(options, opened, waker, writer);
    }

    @Override
    public Optional<Entry> get(ObjectKey key) {
        return memory.get(key);
    }

    @Override
    public Entry write(Change change) {
        return writer.write(change);
    }

    @Override
    public long resourceVersion() {
        return memory.visible();
    }

    @Override
    public Page list(
            GroupResource resource, String namespace, long at, String after, int limit, Predicate<Entry> wanted) {
        var listing = new Listing(memory, resource, namespace, after, limit, wanted);
        return at == 0 ? listing.now() : listing.at(at);
    }

    @Override
    public Watch watch(GroupResource resource, long resourceVersion) {
        return new Cursor(memory, memory.table(resource), resourceVersion);
    }

    @Override
    public Watch watchAll(long resourceVersion) {
        return new AllCursor(memory, resourceVersion);
    }

    @Override
    public Set<GroupResource> resources() {
        return memory.tables().stream()
                .filter(table -> table.count() > 0)
                .map(table -> table.resource)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Entry> dependents(String uid) {
        return memory.dependents.of(uid).stream()
                .map(memory::get)
                .flatMap(Optional::stream)
                .filter(entry -> entry.index().owners().contains(uid))
                .toList();
    }

    @Override
    public int count(GroupResource resource) {
        return memory.known(resource).map(Table::count).orElse(0);
    }

    @Override
    public boolean await(long resourceVersion, Duration atMost) throws InterruptedException {
        var sleeper = new Sleeper();
        memory.sleepers.add(sleeper);
        try {
            return sleeper.await(() -> memory.visible() >= resourceVersion, System.nanoTime() + atMost.toNanos());
        } finally {
            memory.sleepers.remove(sleeper);
        }
    }

    /**
     * Writes a consistent copy of the file while writes go on; sealed values stay sealed.
     *
     * @param target must not exist
     * @throws UnusableStore when the copy cannot be made
     */
    public void backup(Path target) {
        Backup.write(options.file(), target);
    }

    /** The same from another process, or without an open store. */
    public static void backup(Path file, Path target) {
        Backup.write(file, target);
    }

    /**
     * Reads all of a file and looks for damage; from any process, also while the store is open.
     *
     * @return what is wrong with it, in one line
     */
    public static Optional<String> damage(Path file) {
        try (var sql = Sql.open(file)) {
            var found = sql.text("pragma integrity_check(1)");
            return found.equals("ok") ? Optional.empty() : Optional.of(found.replace('\n', ' '));
        } catch (SQLException e) {
            return Optional.of("SQLite says: " + e.getMessage());
        }
    }

    /**
     * Puts a checked backup in the place of a store that is not open. The file that was there is kept beside it. The
     * resourceVersion goes on far beyond any that was handed out, and watches from before start anew.
     *
     * @throws UnusableStore when the backup is not whole, its key is absent, or the store is open; then nothing changed
     */
    public static Restore.Done restore(Path backup, StoreOptions options) {
        return Restore.run(backup, options);
    }

    /**
     * Seals anew, with the key that writes now, all values of the resources that are to be sealed. Afterwards older keys
     * are needed for older backups only.
     *
     * @return how many values
     */
    public int reseal() {
        var entries = memory.tables().stream()
                .filter(table -> options.sealing().applies(table.resource))
                .flatMap(table -> memory.states(table.resource).stream())
                .toList();
        for (int from = 0; from < entries.size(); from += RESEAL_AT_ONCE) {
            var slice = entries.subList(from, Math.min(entries.size(), from + RESEAL_AT_ONCE));
            writer.work(disk -> disk.sql().transaction(() -> {
                for (var entry : slice) {
                    disk.reseal(entry);
                }
            }));
        }
        return entries.size();
    }

    /** Changes {@link StoreOptions#maxBytes} while open. */
    public void limit(long maxBytes) {
        writer.work(disk -> disk.sql().limit(maxBytes));
    }

    /** For metrics. */
    public StoreFigures figures() {
        return new StoreFigures(
                writer.commits(),
                writer.written(),
                writer.waiting(),
                memory.tables().stream().mapToLong(Table::count).sum(),
                bytes(""),
                bytes("-wal"));
    }

    private long bytes(String suffix) {
        return options.file()
                .resolveSibling(options.file().getFileName() + suffix)
                .toFile()
                .length();
    }

    /** Drops what no longer belongs to the history now; that happens by itself with the next writes. */
    public void trim() {
        writer.trim();
    }

    /** Trims, and gives unused space of the file back to the disk. Writes wait: about a second for each 100 MB. */
    public void compact() {
        writer.trim();
        writer.work(disk -> disk.sql().execute("vacuum"));
    }

    /** Ends after the writes under way; watches end with {@link StoreUnavailable}. */
    @Override
    public void close() {
        if (memory.closed()) {
            return;
        }
        writer.close();
        memory.close();
        waker.close();
        opened.close();
    }
}
