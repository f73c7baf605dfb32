package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.LEASES;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.delete;
import static dev.allmende.apiserver.store.Objects.key;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.store.ObjectStore.Compacted;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HistoryTest extends StoreCase {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private HistoryLimits limits = HistoryLimits.DEFAULT.withChanges(100);

    @Override
    StoreOptions options() {
        return super.options().withHistory(limits).withClock(now::get);
    }

    private Entry updates(Entry entry, int count) {
        var newest = entry;
        for (int i = 0; i < count; i++) {
            newest = store.write(update(newest, "v" + i));
        }
        return newest;
    }

    private long rows() throws Exception {
        try (var sql = Sql.open(file())) {
            return sql.number("select count(*) from revision");
        }
    }

    @Test
    void keepsSoManyChangesInMemoryAndInTheFile() throws Exception {
        var newest = updates(store.write(creating(widget("a"), "first")), 999);
        long floor = newest.resourceVersion() - 100 - 64;
        assertThatThrownBy(() -> store.watch(WIDGETS, floor - 1)).isInstanceOf(Compacted.class);
        assertThatThrownBy(() -> listed(WIDGETS, floor - 1)).isInstanceOf(Compacted.class);
        try (var watch = store.watch(WIDGETS, newest.resourceVersion() - 100)) {
            assertThat(take(watch, 100)).hasSize(100);
        }
        assertThat(rows()).isBetween(100L, 165L);
    }

    @Test
    void sayFromWhereOneCanGoOn() {
        updates(store.write(creating(widget("a"), "first")), 999);
        assertThatThrownBy(() -> store.watch(WIDGETS, 5))
                .isInstanceOfSatisfying(
                        Compacted.class,
                        gone -> store.watch(WIDGETS, gone.oldest()).close())
                .hasMessageStartingWith("too old resource version: 5 (");
    }

    @Test
    void aCompactedStoreAnswersTheSameAfterARestart() throws Exception {
        store.write(creating(key(GADGETS, "still"), "here"));
        var b = store.write(creating(widget("b"), "x"));
        store.write(delete(b));
        var newest = updates(store.write(creating(widget("a"), "first")), 500);
        var before = listed(WIDGETS, newest.resourceVersion() - 50);
        reopen();
        assertThat(store.resourceVersion()).isEqualTo(newest.resourceVersion());
        assertThat(listed(WIDGETS, newest.resourceVersion() - 50)).isEqualTo(before);
        assertThat(listed(GADGETS, 0)).containsExactly("still=here@1");
        assertThatThrownBy(() -> store.watch(WIDGETS, 300)).isInstanceOf(Compacted.class);
        try (var watch = store.watch(WIDGETS, newest.resourceVersion() - 100)) {
            assertThat(take(watch, 100)).hasSize(100);
        }
        assertThat(rows()).isBetween(100L, 167L);
    }

    @Test
    void cutsAReaderThatIsTooSlow() throws Exception {
        var a = store.write(creating(widget("a"), "first"));
        try (var watch = store.watch(WIDGETS, 0);
                var all = store.watchAll(0)) {
            assertThat(take(watch, 1)).hasSize(1);
            updates(a, 500);
            assertThatThrownBy(() -> watch.next(LONG)).isInstanceOf(Compacted.class);
            assertThatThrownBy(() -> all.next(LONG)).isInstanceOf(Compacted.class);
        }
    }

    @Test
    void aWatchOfAQuietResourceOutlivesItsHistory() throws Exception {
        store.write(creating(key(GADGETS, "g"), "one"));
        try (var watch = store.watch(GADGETS, 0)) {
            assertThat(take(watch, 1)).hasSize(1);
            updates(store.write(creating(widget("a"), "first")), 500);
            assertThat(watch.next(Duration.ZERO)).isEmpty();
            store.write(update(store.get(key(GADGETS, "g")).orElseThrow(), "two"));
            assertThat(take(watch, 1)).containsExactly("MODIFIED g=two@503 was g=one@1");
        }
    }

    @Test
    void letsChangesGoByAgeAndThoseOfLeasesFirst() {
        store.write(creating(widget("w"), "x"));
        updates(store.write(creating(key(LEASES, "l"), "x")), 70);
        now.updateAndGet(time -> time.plus(HistoryLimits.DEFAULT.shortAge()).plusMillis(1));
        store.write(creating(widget("x"), "x"));
        assertThatThrownBy(() -> store.watch(LEASES, 3)).isInstanceOf(Compacted.class);
        store.watch(WIDGETS, 0).close();
        now.updateAndGet(time -> time.plus(HistoryLimits.DEFAULT.age()));
        updates(store.get(widget("x")).orElseThrow(), 70);
        now.updateAndGet(time -> time.plus(HistoryLimits.DEFAULT.age()).plusMillis(1));
        store.write(creating(widget("y"), "x"));
        assertThatThrownBy(() -> store.watch(WIDGETS, 1)).isInstanceOf(Compacted.class);
        assertThat(store.count(WIDGETS)).isEqualTo(3);
    }

    @Test
    void keepsNoMoreBytesOfOldStatesThanAllowed() {
        store.close();
        limits = HistoryLimits.DEFAULT.withBytes(100_000);
        open();
        var newest = store.write(creating(widget("a"), "x".repeat(1000)));
        for (int i = 0; i < 500; i++) {
            newest = store.write(update(newest, "y".repeat(1000)));
        }
        long last = newest.resourceVersion();
        assertThatThrownBy(() -> store.watch(WIDGETS, last - 200)).isInstanceOf(Compacted.class);
        store.watch(WIDGETS, last - 80).close();
    }

    @Test
    void theResourceVersionStaysWhenTheLastChangeWasADeletionThatIsTrimmed() throws Exception {
        var entry = updates(store.write(creating(widget("a"), "x")), 100);
        long last = store.write(delete(entry)).resourceVersion();
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        store.trim();
        assertThat(rows()).isZero();
        reopen();
        assertThat(store.resourceVersion()).isEqualTo(last);
        assertThat(store.write(creating(widget("a"), "x")).resourceVersion()).isEqualTo(last + 1);
    }
}
