package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.delete;
import static dev.allmende.apiserver.store.Objects.key;
import static dev.allmende.apiserver.store.Objects.text;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused;
import dev.allmende.apiserver.store.ObjectStore.WriteRefused.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReadAndWriteTest extends StoreCase {

    @Test
    void countsResourceVersionsByOneOverAllKinds() {
        var first = store.write(creating(widget("a"), "one"));
        var second = store.write(creating(key(GADGETS, "a"), "two"));
        var third = store.write(update(first, "three"));
        assertThat(List.of(first, second, third))
                .extracting(Entry::resourceVersion)
                .containsExactly(1L, 2L, 3L);
        assertThat(store.resourceVersion()).isEqualTo(3);
        assertThat(new String(third.json(), StandardCharsets.UTF_8)).contains("\"rv\":3");
    }

    @Test
    void readsWhatWasWrittenAndNothingAfterItsDeletion() {
        var first = store.write(creating(widget("a"), "one"));
        assertThat(store.get(widget("a"))).contains(first);
        var second = store.write(update(first, "two"));
        assertThat(store.get(widget("a"))).contains(second);
        var last = store.write(delete(second));
        assertThat(last.resourceVersion()).isEqualTo(3);
        assertThat(text(last)).isEqualTo("two");
        assertThat(store.get(widget("a"))).isEmpty();
        assertThat(store.count(WIDGETS)).isZero();
        assertThat(store.resources()).isEmpty();
    }

    @Test
    void refusesWhenTheExpectationDoesNotHold() {
        var first = store.write(creating(widget("a"), "one"));
        var second = store.write(update(first, "two"));
        assertThat(refusal(creating(widget("a"), "again"))).isEqualTo(Why.EXISTS);
        assertThat(refusal(update(first, "late"))).isEqualTo(Why.OTHER_VERSION);
        assertThat(refusal(delete(first))).isEqualTo(Why.OTHER_VERSION);
        store.write(delete(second));
        assertThat(refusal(update(second, "gone"))).isEqualTo(Why.ABSENT);
        assertThat(refusal(delete(second))).isEqualTo(Why.ABSENT);
        assertThat(refusal(new Change.Delete(widget("a"), Change.ABSENT, Objects.body(""))))
                .isEqualTo(Why.ABSENT);
        assertThat(store.resourceVersion()).as("refusals use no number").isEqualTo(3);
    }

    @Test
    void createsOnlyWhereTheRequiredObjectExists() {
        var space = new ObjectKey(GADGETS, "", "default");
        var change = new Change.Put(widget("a"), Change.ABSENT, Objects.body("x"), List.of(space));
        assertThat(refusal(change)).isEqualTo(Why.REQUIRED_ABSENT);
        var made = store.write(creating(space, ""));
        store.write(change);
        store.write(delete(made));
        assertThat(refusal(new Change.Put(widget("b"), Change.ABSENT, Objects.body("x"), List.of(space))))
                .isEqualTo(Why.REQUIRED_ABSENT);
    }

    private Why refusal(Change change) {
        return catchThrowableOfType(WriteRefused.class, () -> store.write(change))
                .why();
    }

    @Test
    void aBodyThatFailsFailsAloneAmongManyWriters() throws Exception {
        var results = new ArrayList<Future<Entry>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                results.add(threads.submit(() -> store.write(new Change.Put(
                        widget("w" + number),
                        Change.ABSENT,
                        number % 10 == 3
                                ? rv -> {
                                    throw new IllegalStateException("body " + number);
                                }
                                : Objects.body("x"),
                        List.of()))));
            }
        }
        for (int i = 0; i < 100; i++) {
            var result = results.get(i);
            if (i % 10 == 3) {
                assertThatThrownBy(result::get).hasRootCauseMessage("body " + i);
            } else {
                assertThat(result.get().key()).isEqualTo(widget("w" + i));
            }
        }
        assertThat(store.count(WIDGETS)).isEqualTo(90);
        assertThat(store.figures().writes()).isEqualTo(90);
        assertThat(store.figures().commits()).as("many share a commit").isLessThan(90);
        assertThat(store.resourceVersion()).isEqualTo(90);
    }

    @Test
    void oneOfManyCreatesOfTheSameNameWins() throws Exception {
        var results = new ArrayList<Future<Entry>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                results.add(threads.submit(() -> store.write(creating(widget("same"), "x"))));
            }
        }
        assertThat(results.stream().filter(r -> r.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(store.resourceVersion()).isEqualTo(1);
    }

    @Test
    void keepsEverythingOverARestart() {
        var a = store.write(creating(widget("a"), "one", "owner-1"));
        var b = store.write(creating(widget("b"), "two"));
        store.write(delete(b));
        reopen();
        assertThat(store.resourceVersion()).isEqualTo(3);
        assertThat(store.get(widget("a")).orElseThrow().json()).isEqualTo(a.json());
        assertThat(store.get(widget("b"))).isEmpty();
        assertThat(store.count(WIDGETS)).isEqualTo(1);
        assertThat(store.dependents("owner-1")).extracting(Entry::key).containsExactly(widget("a"));
        assertThat(store.write(creating(widget("b"), "again")).resourceVersion())
                .isEqualTo(4);
    }

    @Test
    void findsDependentsByTheirOwnersUid() {
        var a = store.write(creating(widget("a"), "x", "u1", "u2"));
        store.write(creating(key(GADGETS, "g"), "x", "u1"));
        assertThat(store.dependents("u1")).extracting(Entry::key).containsExactly(key(GADGETS, "g"), widget("a"));
        var changed = store.write(update(a, "x", "u2", "u3"));
        assertThat(store.dependents("u1")).extracting(Entry::key).containsExactly(key(GADGETS, "g"));
        assertThat(store.dependents("u3")).containsExactly(changed);
        store.write(delete(changed));
        assertThat(store.dependents("u2")).isEmpty();
        assertThat(store.dependents("u")).isEmpty();
    }

    @Test
    void waitsForAResourceVersion() throws Exception {
        assertThat(store.await(1, Duration.ofMillis(10))).isFalse();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reached = threads.submit(() -> store.await(2, Duration.ofMinutes(1)));
            store.write(creating(widget("a"), "x"));
            store.write(creating(widget("b"), "x"));
            assertThat(reached.get()).isTrue();
        }
    }

    @Test
    void writesNothingAfterItWasClosed() {
        store.close();
        assertThatThrownBy(() -> store.write(creating(widget("a"), "x")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("store.db: the store is closed");
    }
}
