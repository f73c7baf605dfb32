package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.delete;
import static dev.allmende.apiserver.store.Objects.text;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.resource.ObjectKey;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ListTest extends StoreCase {

    private void createIn(String namespace, String... names) {
        for (var name : names) {
            store.write(creating(new ObjectKey(WIDGETS, namespace, name), namespace));
        }
    }

    private ObjectStore.Page page(String namespace, long at, String after, int limit) {
        return store.list(WIDGETS, namespace, at, after, limit, entry -> true);
    }

    @Test
    void ordersByNamespaceAndNameAsEtcdOrdersItsKeys() {
        createIn("b", "x");
        createIn("a", "y", "x", "x-1");
        createIn("a-b", "x");
        assertThat(page("", 0, "", 0).entries().stream().map(entry -> KeyOrder.text(entry.key())))
                .containsExactly("a-b/x", "a/x", "a/x-1", "a/y", "b/x");
        assertThat(page("a", 0, "", 0).entries()).hasSize(3);
        assertThat(page("c", 0, "", 0).entries()).isEmpty();
    }

    @Test
    void pagesAreOfTheViewOfTheFirstWhateverIsWrittenMeanwhile() {
        createIn("default", "a", "b", "c", "d", "e");
        var first = page("", 0, "", 2);
        assertThat(first.entries()).extracting(entry -> entry.key().name()).containsExactly("a", "b");
        assertThat(first.next()).isEqualTo("default/b");
        assertThat(first.remaining()).isEqualTo(3);
        store.write(update(store.get(widget("c")).orElseThrow(), "changed"));
        store.write(delete(store.get(widget("d")).orElseThrow()));
        createIn("default", "c-1");
        var second = page("", first.resourceVersion(), first.next(), 2);
        assertThat(second.entries()).extracting(StoreCase::line).containsExactly("c=default@3", "d=default@4");
        assertThat(second.remaining()).isEqualTo(1);
        var last = page("", first.resourceVersion(), second.next(), 2);
        assertThat(last.entries()).extracting(StoreCase::line).containsExactly("e=default@5");
        assertThat(last.next()).isEmpty();
        assertThat(last.remaining()).isZero();
        assertThat(listed(WIDGETS, 0))
                .containsExactly("a=default@1", "b=default@2", "c=changed@6", "c-1=default@8", "e=default@5");
    }

    @Test
    void countsOnlyWantedEntriesToTheLimit() {
        createIn("default", "a", "b", "c", "d");
        var page = store.list(WIDGETS, "", 0, "", 1, entry -> entry.key().name().compareTo("b") > 0);
        assertThat(page.entries()).extracting(StoreCase::line).containsExactly("c=default@3");
        assertThat(page.next()).isEqualTo("default/c");
        assertThat(page.remaining()).isEqualTo(1);
    }

    @Test
    void showsEveryStateThatTheHistoryHolds() {
        var a = store.write(creating(widget("a"), "one"));
        a = store.write(update(a, "two"));
        a = store.write(delete(a));
        store.write(creating(widget("a"), "three"));
        assertThat(listed(WIDGETS, 1)).containsExactly("a=one@1");
        assertThat(listed(WIDGETS, 2)).containsExactly("a=two@2");
        assertThat(listed(WIDGETS, 3)).isEmpty();
        assertThat(listed(WIDGETS, 4)).containsExactly("a=three@4");
        reopen();
        assertThat(listed(WIDGETS, 1)).containsExactly("a=one@1");
        assertThat(listed(WIDGETS, 3)).isEmpty();
        assertThat(text(a)).isEqualTo("two");
    }

    @Test
    void hasNoViewOfTheFuture() {
        assertThat(listed(GADGETS, 0)).isEmpty();
        assertThatThrownBy(() -> listed(GADGETS, 1)).hasMessageContaining("not reached yet");
    }

    @Test
    void aListNeverMixesTwoStatesOfOneCommitGroup() throws Exception {
        // Two objects are always written one after the other: a list shows the second at most one step behind.
        var a = store.write(creating(widget("a"), "0"));
        var b = store.write(creating(widget("b"), "0"));
        var reader = new ArrayList<String>();
        var thread = Thread.ofVirtual().start(() -> {
            while (store.resourceVersion() < 600) {
                var entries = page("", 0, "", 0).entries();
                int behind = Integer.parseInt(text(entries.get(0))) - Integer.parseInt(text(entries.get(1)));
                if (behind < 0 || behind > 1) {
                    reader.add("a is " + behind + " ahead of b");
                }
            }
        });
        for (int i = 1; i < 300; i++) {
            a = store.write(update(a, String.valueOf(i)));
            b = store.write(update(b, String.valueOf(i)));
        }
        thread.join();
        assertThat(reader).isEmpty();
    }
}
