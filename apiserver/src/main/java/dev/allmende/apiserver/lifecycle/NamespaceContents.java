package dev.allmende.apiserver.lifecycle;

import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Worker<String> worker;

    public NamespaceContents(ObjectStore store, Cleaning cleaning, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
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
        if (ending(namespace).isEmpty()) {
            return true;
        }
        List<GroupResource> left = new ArrayList<>();
        for (var resource : store.resources()) {
            if (!deleteAll(resource, namespace)) {
                left.add(resource);
            }
        }
        var key = new ObjectKey(NAMESPACES, "", namespace);
        if (!left.isEmpty()) {
            cleaning.patch(key, "status", NamespaceConditions.of(left));
            return false;
        }
        return finish(key);
    }

    /** Without its finalizer the namespace goes in the same write. */
    private boolean finish(ObjectKey key) {
        var patch = Json.object();
        patch.putObject("spec").putArray("finalizers");
        return cleaning.patch(key, "finalize", patch);
    }

    /** @return whether nothing is left */
    private boolean deleteAll(GroupResource resource, String namespace) {
        boolean gone = true;
        var after = "";
        do {
            var page = store.list(resource, namespace, 0, after, PAGE, any -> true);
            for (var entry : page.entries()) {
                gone &= cleaning.delete(entry.key(), DeleteOptions.DEFAULT);
            }
            after = page.next();
        } while (!after.isEmpty());
        return gone;
    }

    @Override
    public void close() {
        worker.close();
    }
}
