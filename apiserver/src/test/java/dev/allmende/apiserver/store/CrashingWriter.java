package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.ObjectKey;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that writes until it is killed, or has written so often, and says on standard output what was acknowledged:
 * {@code resourceVersion name type text}. Each thread has names of its own.
 */
final class CrashingWriter {

    private static final int THREADS = 8;
    private static final int NAMES = 5;
    private static final int MOST = 400;

    private CrashingWriter() {}

    /** @param arguments the file, and a text that no other round has */
    public static void main(String[] arguments) throws InterruptedException {
        var history = HistoryLimits.DEFAULT.withChanges(THREADS * MOST * 2);
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        var store = SqliteStore.open(
                StoreOptions.of(Path.of(arguments[0]), Objects::index).withHistory(history));
        out.println("ready");
        var threads = new Thread[THREADS];
        for (int t = 0; t < THREADS; t++) {
            int number = t;
            threads[t] = Thread.ofVirtual().start(() -> write(store, number, arguments[1], out));
        }
        for (var thread : threads) {
            thread.join();
        }
        Thread.sleep(60_000);
    }

    private static void write(SqliteStore store, int thread, String round, PrintStream out) {
        for (int i = 0; i < MOST; i++) {
            var key = Objects.widget("t" + thread + "-" + (i % NAMES));
            var stored = store.get(key);
            var text = round + "." + thread + "." + i;
            var written = change(store, key, stored, i, text);
            var type = stored.isEmpty() ? "ADDED" : written.deleted() ? "DELETED" : "MODIFIED";
            var entry = written.entry();
            out.println(entry.resourceVersion() + " " + key.name() + " " + type + " " + Objects.text(entry));
        }
    }

    private record Written(Entry entry, boolean deleted) {}

    private static Written change(SqliteStore store, ObjectKey key, Optional<Entry> stored, int i, String text) {
        if (stored.isEmpty()) {
            return new Written(store.write(Objects.creating(key, text)), false);
        }
        return i % 7 == 3
                ? new Written(store.write(Objects.delete(stored.get())), true)
                : new Written(store.write(Objects.update(stored.get(), text)), false);
    }
}
