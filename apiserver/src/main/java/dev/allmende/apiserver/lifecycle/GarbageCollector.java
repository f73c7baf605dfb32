package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.request.DeleteOptions.Propagation;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Deletes objects whose owners are gone, lets owners go that wait for them, and frees orphans
 * (kube-controller-manager's garbage collector).
 */
public final class GarbageCollector implements Listener, AutoCloseable {

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final Owners owners;
    private final Worker<ObjectKey> worker;

    public GarbageCollector(ObjectStore store, Cleaning cleaning, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.owners = new Owners(store);
        this.worker = new Worker<>("garbage-collector", this::look, problems);
    }

    @Override
    public boolean follows(GroupResource resource) {
        return true;
    }

    @Override
    public void state(List<Entry> entries) {
        entries.forEach(this::noteIfConcerned);
    }

    @Override
    public void changed(StoredEvent event) {
        if (event.type() != StoredEvent.Type.DELETED) {
            noteIfConcerned(event.entry());
            return;
        }
        store.dependents(event.entry().index().uid()).forEach(dependent -> worker.add(dependent.key()));
        if (!event.entry().index().owners().isEmpty()) {
            var key = event.entry().key();
            for (var owner : OwnerReference.of(Json.readObject(event.entry().json()))) {
                owners.entry(cleaning.catalog(), key, owner).ifPresent(entry -> worker.add(entry.key()));
            }
        }
    }

    private void noteIfConcerned(Entry entry) {
        if (!entry.index().owners().isEmpty() || entry.index().ending()) {
            worker.add(entry.key());
        }
    }

    private boolean look(ObjectKey key) {
        var entry = store.get(key);
        if (entry.isEmpty()) {
            return true;
        }
        var object = Json.readObject(entry.get().json());
        if (Owners.isOrphaning(object)) {
            return orphan(entry.get(), object);
        }
        if (Owners.isWaiting(object)) {
            return releaseWhenAlone(entry.get(), object);
        }
        return checkOwners(entry.get(), object);
    }

    private boolean checkOwners(Entry entry, ObjectNode object) {
        var references = OwnerReference.of(object);
        if (references.isEmpty()) {
            return true;
        }
        var catalog = cleaning.catalog();
        int kept = 0;
        int absent = 0;
        boolean awaited = false;
        for (var owner : references) {
            switch (owners.state(catalog, entry.key(), owner)) {
                case SOLID, UNKNOWN -> kept++;
                case ABSENT -> absent++;
                case WAITING -> awaited = true;
            }
        }
        if (kept > 0) {
            return absent == 0 || dropAbsent(entry, object);
        }
        var dependents = awaited ? store.dependents(entry.index().uid()) : List.<Entry>of();
        if (dependents.stream().anyMatch(dependent -> Owners.isWaiting(Json.readObject(dependent.json())))
                && !unblock(entry, object)) {
            return false;
        }
        var propagation = dependents.isEmpty() ? Propagation.BACKGROUND : Propagation.FOREGROUND;
        // held objects come back here by their own changes
        cleaning.delete(
                entry.key(), new DeleteOptions(false, propagation, entry.index().uid(), ""));
        return true;
    }

    /** Objects that own each other in a circle would wait for each other for ever: this one's owners wait no more for it. */
    private boolean unblock(Entry entry, ObjectNode object) {
        var patch = withVersion(entry);
        var references = patch.withObject("/metadata").putArray("ownerReferences");
        for (var node : object.path("metadata").path("ownerReferences")) {
            var reference = (ObjectNode) node.deepCopy();
            references.add(
                    reference.has("blockOwnerDeletion") ? reference.put("blockOwnerDeletion", false) : reference);
        }
        boolean done = cleaning.patch(entry.key(), "", patch);
        OwnerReference.of(object)
                .forEach(owner -> owners.entry(cleaning.catalog(), entry.key(), owner)
                        .ifPresent(waiting -> worker.add(waiting.key())));
        return done;
    }

    private boolean dropAbsent(Entry entry, ObjectNode object) {
        var patch = withVersion(entry);
        var left = patch.withObject("/metadata").putArray("ownerReferences");
        for (var node : object.path("metadata").path("ownerReferences")) {
            var owner = OwnerReference.of(wrapped(node)).getFirst();
            if (owners.state(cleaning.catalog(), entry.key(), owner) != Owners.State.ABSENT) {
                left.add(node);
            }
        }
        return cleaning.patch(entry.key(), "", patch);
    }

    private boolean releaseWhenAlone(Entry entry, ObjectNode object) {
        boolean alone = true;
        for (var dependent : store.dependents(entry.index().uid())) {
            if (blocks(dependent, entry.index().uid())) {
                alone = false;
            }
            worker.add(dependent.key());
        }
        return alone && removeFinalizer(entry, object, "foregroundDeletion");
    }

    private static boolean blocks(Entry dependent, String ownerUid) {
        return OwnerReference.of(Json.readObject(dependent.json())).stream()
                .anyMatch(owner -> owner.uid().equals(ownerUid) && owner.blocks());
    }

    private boolean orphan(Entry entry, ObjectNode object) {
        boolean all = true;
        for (var dependent : store.dependents(entry.index().uid())) {
            var patch = withVersion(dependent);
            var left = patch.withObject("/metadata").putArray("ownerReferences");
            for (var node : Json.at(Json.readObject(dependent.json()), "metadata", "ownerReferences")) {
                if (!node.path("uid").asText("").equals(entry.index().uid())) {
                    left.add(node);
                }
            }
            all &= cleaning.patch(dependent.key(), "", patch);
        }
        return all && removeFinalizer(entry, object, "orphan");
    }

    private boolean removeFinalizer(Entry entry, ObjectNode object, String name) {
        var patch = withVersion(entry);
        var left = patch.withObject("/metadata").putArray("finalizers");
        for (var finalizer : object.path("metadata").path("finalizers")) {
            if (!finalizer.asText().equals(name)) {
                left.add(finalizer);
            }
        }
        return cleaning.patch(entry.key(), "", patch);
    }

    private static ObjectNode withVersion(Entry entry) {
        var patch = Json.object();
        patch.putObject("metadata").put("resourceVersion", Long.toString(entry.resourceVersion()));
        return patch;
    }

    private static ObjectNode wrapped(JsonNode reference) {
        var object = Json.object();
        object.putObject("metadata").putArray("ownerReferences").add(reference);
        return object;
    }

    @Override
    public void close() {
        worker.close();
    }
}
