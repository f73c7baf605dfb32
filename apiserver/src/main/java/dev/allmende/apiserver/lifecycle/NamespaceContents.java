package dev.allmende.apiserver.lifecycle;

import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.StoredEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Empties namespaces that are being deleted, then lets them go (kube-controller-manager's namespace controller). Progress
 * and what stands in the way are told in the namespace's conditions.
 */
public final class NamespaceContents implements Listener, AutoCloseable {

    private static final GroupResource NAMESPACES = new GroupResource("", "namespaces");
    private static final int PAGE = 500;

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final InstantSource clock;
    private final Worker<String> worker;

    public NamespaceContents(ObjectStore store, Cleaning cleaning, InstantSource clock, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.clock = clock;
        this.worker = new Worker<>("namespaces", this::empty, problems);
    }

    @Override
    public boolean follows(GroupResource resource) {
        return true;
    }

    @Override
    public void state(List<Entry> entries) {
        entries.stream()
                .filter(entry -> entry.key().resource().equals(NAMESPACES))
                .forEach(entry -> worker.add(entry.key().name()));
    }

    @Override
    public void changed(StoredEvent event) {
        var key = event.entry().key();
        if (key.resource().equals(NAMESPACES)) {
            if (event.type() != StoredEvent.Type.DELETED) {
                worker.add(key.name());
            }
        } else if (event.type() == StoredEvent.Type.DELETED && !key.namespace().isEmpty()) {
            ending(key.namespace())
                    .ifPresent(namespace -> worker.add(namespace.key().name()));
        }
    }

    private Optional<Entry> ending(String namespace) {
        return store.get(new ObjectKey(NAMESPACES, "", namespace))
                .filter(entry -> !Json.string(Json.readObject(entry.json()), "metadata", "deletionTimestamp")
                        .isEmpty());
    }

    private boolean empty(String namespace) {
        var ending = ending(namespace);
        if (ending.isEmpty()) {
            return true;
        }
        var left = new TreeMap<String, Integer>();
        var finalizers = new TreeMap<String, Integer>();
        for (var resource : store.resources()) {
            var held = deleteAll(resource, namespace);
            if (!held.isEmpty()) {
                left.put(resource.resource() + "." + resource.group(), held.size());
                held.forEach(entry -> count(entry, finalizers));
            }
        }
        var key = new ObjectKey(NAMESPACES, "", namespace);
        if (!left.isEmpty()) {
            var now = Json.readObject(ending.get().json());
            cleaning.patch(key, "status", NamespaceConditions.of(now, left, finalizers, clock.instant()));
            return false;
        }
        return finish(key);
    }

    private static void count(Entry entry, Map<String, Integer> finalizers) {
        for (var finalizer : Json.at(Json.readObject(entry.json()), "metadata", "finalizers")) {
            finalizers.merge(finalizer.asText(), 1, Integer::sum);
        }
    }

    /** Without its finalizer the namespace goes in the same write. */
    private boolean finish(ObjectKey key) {
        var patch = Json.object();
        patch.putObject("spec").putArray("finalizers");
        return cleaning.patch(key, "finalize", patch);
    }

    /** @return what is left: held by finalizers, or changed meanwhile */
    private List<Entry> deleteAll(GroupResource resource, String namespace) {
        List<Entry> left = new ArrayList<>();
        var after = "";
        do {
            var page = store.list(resource, namespace, 0, after, PAGE, any -> true);
            for (var entry : page.entries()) {
                if (!cleaning.delete(entry.key(), DeleteOptions.DEFAULT)) {
                    left.add(entry);
                }
            }
            after = page.next();
        } while (!after.isEmpty());
        return left;
    }

    @Override
    public void close() {
        worker.close();
    }
}
