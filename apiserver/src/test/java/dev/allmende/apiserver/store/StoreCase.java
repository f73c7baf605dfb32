package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder of its own. */
abstract class StoreCase {

    /** Long enough for any machine; nothing waits so long when all is well. */
    static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    SqliteStore store;

    StoreOptions options() {
        return StoreOptions.of(file(), Objects::index);
    }

    Path file() {
        return folder.resolve("store.db");
    }

    @BeforeEach
    void open() {
        store = SqliteStore.open(options());
    }

    @AfterEach
    void close() {
        store.close();
    }

    void reopen() {
        store.close();
        open();
    }

    /** Names and states of a list of everything at a resourceVersion. */
    List<String> listed(GroupResource resource, long at) {
        return store.list(resource, "", at, "", 0, entry -> true).entries().stream()
                .map(StoreCase::line)
                .toList();
    }

    static String line(Entry entry) {
        return entry.key().name() + "=" + Objects.text(entry) + "@" + entry.resourceVersion();
    }

    static String line(StoredEvent event) {
        return event.type() + " " + line(event.entry())
                + event.previous().map(previous -> " was " + line(previous)).orElse("");
    }

    /** The next so many events of a watch. */
    static List<String> take(ObjectStore.Watch watch, int count) throws InterruptedException {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            var events = watch.next(LONG);
            if (events.isEmpty()) {
                throw new AssertionError("only " + lines);
            }
            events.forEach(event -> lines.add(line(event)));
        }
        return lines;
    }
}
