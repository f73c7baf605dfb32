package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.delete;
import static dev.allmende.apiserver.store.Objects.key;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WatchTest extends StoreCase {

    @Test
    void tellsEveryChangeOfTheResourceWithTheStateBefore() throws Exception {
        var a = store.write(creating(widget("a"), "one"));
        try (var watch = store.watch(WIDGETS, 0)) {
            store.write(creating(key(GADGETS, "other"), "x"));
            a = store.write(update(a, "two"));
            store.write(delete(a));
            store.write(creating(widget("a"), "again"));
            assertThat(take(watch, 4))
                    .containsExactly(
                            "ADDED a=one@1",
                            "MODIFIED a=two@3 was a=one@1",
                            "DELETED a=two@4 was a=two@3",
                            "ADDED a=again@5");
        }
    }

    @Test
    void beginsStrictlyAfterTheResourceVersionAsked() throws Exception {
        var a = store.write(creating(widget("a"), "one"));
        store.write(update(a, "two"));
        try (var watch = store.watch(WIDGETS, 1)) {
            assertThat(take(watch, 1)).containsExactly("MODIFIED a=two@2 was a=one@1");
        }
    }

    @Test
    void waitsForAResourceVersionThatIsStillToCome() throws Exception {
        try (var watch = store.watch(WIDGETS, 2)) {
            store.write(creating(widget("a"), "x"));
            store.write(creating(widget("b"), "x"));
            store.write(creating(widget("c"), "x"));
            assertThat(take(watch, 1)).containsExactly("ADDED c=x@3");
        }
    }

    @Test
    void wakesAThousandWaitingWatchers() throws Exception {
        var waiting = new CountDownLatch(1000);
        var results = new ArrayList<Future<List<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                results.add(threads.submit(() -> {
                    try (var watch = store.watch(WIDGETS, 0)) {
                        waiting.countDown();
                        return take(watch, 2);
                    }
                }));
            }
            waiting.await();
            var a = store.write(creating(widget("a"), "one"));
            store.write(update(a, "two"));
            for (var result : results) {
                assertThat(result.get()).containsExactly("ADDED a=one@1", "MODIFIED a=two@2 was a=one@1");
            }
        }
    }

    @Test
    void seesFurtherByCommitsOfOtherResources() throws Exception {
        try (var watch = store.watch(WIDGETS, 0)) {
            store.write(creating(key(GADGETS, "g"), "x"));
            assertThat(watch.next(Duration.ZERO)).isEmpty();
            assertThat(watch.seen()).isEqualTo(1);
        }
    }

    @Test
    void followsAllResourcesInOrder() throws Exception {
        try (var watch = store.watchAll(0)) {
            var a = store.write(creating(widget("a"), "one"));
            store.write(creating(key(GADGETS, "g"), "x"));
            store.write(update(a, "two"));
            assertThat(take(watch, 3)).containsExactly("ADDED a=one@1", "ADDED g=x@2", "MODIFIED a=two@3 was a=one@1");
            assertThat(watch.seen()).isEqualTo(3);
        }
    }

    @Test
    void goesOnAfterARestartWithoutAGap() throws Exception {
        var a = store.write(creating(widget("a"), "one"));
        var b = store.write(creating(widget("b"), "one"));
        a = store.write(update(a, "two"));
        store.write(delete(b));
        reopen();
        store.write(update(a, "three"));
        try (var watch = store.watch(WIDGETS, 2)) {
            assertThat(take(watch, 3))
                    .containsExactly(
                            "MODIFIED a=two@3 was a=one@1",
                            "DELETED b=one@4 was b=one@2",
                            "MODIFIED a=three@5 was a=two@3");
        }
    }

    @Test
    void endsAWaitWhenItIsClosedByAnother() throws Exception {
        var watch = store.watch(WIDGETS, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var events = threads.submit(() -> watch.next(LONG));
            watch.close();
            assertThat(events.get()).isEmpty();
        }
    }

    @Test
    void endsAWaitWhenTheStoreCloses() throws Exception {
        var watch = store.watch(WIDGETS, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var events = threads.submit(() -> watch.next(LONG));
            store.close();
            assertThatThrownBy(events::get).hasCauseInstanceOf(StoreUnavailable.class);
        }
    }
}
