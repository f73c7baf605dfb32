package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.LEASES;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations by several threads, held against a model that knows two rules: accepted changes have the
 * resourceVersions 1, 2, 3 ...; and state, list and watch are what one gets by replaying them in that order.
 */
class ModelTest extends StoreCase {

    private static final int THREADS = 6;
    private static final int OPERATIONS = 250;
    private static final List<GroupResource> RESOURCES = List.of(WIDGETS, GADGETS, LEASES);

    private final ConcurrentLinkedQueue<StoredEvent> accepted = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyReaderSeesTheSameHistory(long seed) throws Exception {
        var random = new Random(seed);
        var followers = new ArrayList<Future<List<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int t = 0; t < THREADS; t++) {
                var own = new Random(random.nextLong());
                int number = t;
                writers.add(threads.submit(() -> write(number, own)));
            }
            for (var resource : RESOURCES) {
                for (int i = 0; i < 4; i++) {
                    followers.add(threads.submit(follower(store.watch(resource, 0), random.nextInt(3))));
                }
            }
            followers.add(threads.submit(follower(store.watchAll(0), 0)));
            for (var writer : writers) {
                writer.get();
            }
            ended = store.resourceVersion();
            // Wakes those who wait, and ends them.
            for (var resource : RESOURCES) {
                store.write(Objects.creating(new ObjectKey(resource, "end", "end"), "end"));
            }
            for (var follower : followers) {
                follower.get();
            }
        }
        var history = accepted.stream()
                .sorted((a, b) ->
                        Long.compare(a.entry().resourceVersion(), b.entry().resourceVersion()))
                .toList();
        assertThat(history)
                .extracting(event -> event.entry().resourceVersion())
                .containsExactlyElementsOf(
                        Stream.iterate(1L, rv -> rv + 1).limit(ended).toList());
        int at = 0;
        for (var resource : RESOURCES) {
            for (int i = 0; i < 4; i++) {
                assertThat(followers.get(at++).get()).isEqualTo(lines(history, resource));
            }
        }
        assertThat(followers.getLast().get())
                .isEqualTo(history.stream().map(StoreCase::line).toList());
        listsAreReplays(history, new Random(seed));
        reopen();
        listsAreReplays(history, new Random(seed));
        long middle = ended / 2;
        try (var watch = store.watchAll(middle)) {
            var rest = history.subList((int) middle, history.size()).stream()
                    .map(StoreCase::line)
                    .toList();
            assertThat(take(watch, rest.size()).subList(0, rest.size())).isEqualTo(rest);
        }
    }

    private volatile long ended = Long.MAX_VALUE;

    private static List<String> lines(List<StoredEvent> history, GroupResource resource) {
        return history.stream()
                .filter(event -> event.entry().key().resource().equals(resource))
                .map(StoreCase::line)
                .toList();
    }

    private Object write(int thread, Random random) {
        for (int i = 0; i < OPERATIONS; i++) {
            var resource = RESOURCES.get(random.nextInt(RESOURCES.size()));
            var key = new ObjectKey(resource, "n" + random.nextInt(2), "o" + random.nextInt(8));
            var text = thread + "." + i;
            var stored = store.get(key);
            try {
                if (stored.isEmpty()) {
                    accept(StoredEvent.Type.ADDED, stored, store.write(Objects.creating(key, text)));
                } else if (random.nextInt(4) == 0) {
                    accept(StoredEvent.Type.DELETED, stored, store.write(Objects.delete(stored.get())));
                } else {
                    accept(StoredEvent.Type.MODIFIED, stored, store.write(Objects.update(stored.get(), text)));
                }
            } catch (WriteRefused e) {
                // Another thread was faster: the model knows nothing of it.
            }
        }
        return thread;
    }

    private void accept(StoredEvent.Type type, Optional<Entry> before, Entry written) {
        accepted.add(new StoredEvent(type, written, before));
        var read = store.get(written.key());
        // Reads see every acknowledged write, or a later one.
        if (type == StoredEvent.Type.DELETED) {
            assertThat(read.map(Entry::resourceVersion).orElse(Long.MAX_VALUE))
                    .isGreaterThan(written.resourceVersion());
        } else if (read.isPresent()) {
            assertThat(read.get().resourceVersion()).isGreaterThanOrEqualTo(written.resourceVersion());
        }
        assertThat(store.resourceVersion()).isGreaterThanOrEqualTo(written.resourceVersion());
    }

    /** Collects until the model ends; pauses some milliseconds between two looks. */
    private Callable<List<String>> follower(ObjectStore.Watch watch, int pause) {
        return () -> {
            var lines = new ArrayList<String>();
            try (watch) {
                long before = 0;
                while (watch.seen() < ended) {
                    for (var event : watch.next(LONG)) {
                        if (event.entry().resourceVersion() <= ended) {
                            lines.add(line(event));
                        }
                        assertThat(event.entry().resourceVersion()).isGreaterThan(before);
                        before = event.entry().resourceVersion();
                    }
                    Thread.sleep(pause);
                }
            }
            return lines;
        };
    }

    private void listsAreReplays(List<StoredEvent> history, Random random) {
        for (int i = 0; i < 20; i++) {
            long at = 1 + random.nextLong(ended);
            for (var resource : RESOURCES) {
                var expected = replay(history, resource, at);
                assertThat(listed(resource, at)).isEqualTo(expected);
                assertThat(paged(resource, at, 1 + random.nextInt(5))).isEqualTo(expected);
            }
        }
    }

    private static List<String> replay(List<StoredEvent> history, GroupResource resource, long upTo) {
        var state = new TreeMap<String, String>();
        for (var event : history) {
            var key = event.entry().key();
            if (event.entry().resourceVersion() <= upTo && key.resource().equals(resource)) {
                if (event.type() == StoredEvent.Type.DELETED) {
                    state.remove(KeyOrder.text(key));
                } else {
                    state.put(KeyOrder.text(key), line(event.entry()));
                }
            }
        }
        return List.copyOf(state.values());
    }

    private List<String> paged(GroupResource resource, long at, int limit) {
        var lines = new ArrayList<String>();
        var after = "";
        do {
            var page = store.list(resource, "", at, after, limit, entry -> true);
            page.entries().forEach(entry -> lines.add(line(entry)));
            after = page.next();
        } while (!after.isEmpty());
        return lines;
    }
}
