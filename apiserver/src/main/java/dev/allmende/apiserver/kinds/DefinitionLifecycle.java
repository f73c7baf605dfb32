package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.kinds.Conditions.Condition;
import dev.allmende.apiserver.lifecycle.Cleaning;
import dev.allmende.apiserver.lifecycle.Worker;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Accepts the names of new definitions, establishes them, and empties those that are being deleted. */
public final class DefinitionLifecycle implements AutoCloseable {

    private static final int PAGE = 500;

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final Supplier<Collection<ObjectNode>> all;
    private final InstantSource clock;
    private final Worker<String> worker;

    public DefinitionLifecycle(
            ObjectStore store,
            Cleaning cleaning,
            Supplier<Definitions> definitions,
            InstantSource clock,
            Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.all = () -> List.copyOf(definitions.get().all());
        this.clock = clock;
        this.worker = new Worker<>("definitions", this::look, problems);
    }

    /** Something about this definition has changed. */
    public void changed(String name) {
        worker.add(name);
    }

    private boolean look(String name) {
        var key = new ObjectKey(Publisher.DEFINITIONS, "", name);
        var entry = store.get(key);
        if (entry.isEmpty()) {
            return true;
        }
        var definition = Json.readObject(entry.get().json());
        return entry.get().index().ending() ? cleanUp(key, definition) : establish(key, definition);
    }

    private boolean establish(ObjectKey key, ObjectNode definition) {
        var wanted = definition.deepCopy();
        var names = NameClaims.of(definition, all.get());
        boolean changed = Conditions.set(wanted, names.condition(), clock.instant());
        wanted.withObject("/status").set("acceptedNames", names.names());
        changed |= !wanted.path("status").equals(definition.path("status"));
        if (names.condition().status()) {
            changed |= Conditions.set(
                    wanted,
                    new Condition("Established", true, "InitialNamesAccepted", "the initial names have been accepted"),
                    clock.instant());
        } else if (!Conditions.isTrue(definition, "Established")) {
            changed |= Conditions.set(
                    wanted,
                    new Condition("Established", false, "NotAccepted", "not all names are accepted"),
                    clock.instant());
        }
        return !changed || writeStatus(key, wanted);
    }

    private boolean writeStatus(ObjectKey key, ObjectNode wanted) {
        var patch = Json.object();
        patch.putObject("metadata").put("resourceVersion", Json.string(wanted, "metadata", "resourceVersion"));
        patch.set("status", wanted.path("status"));
        return cleaning.patch(key, "status", patch);
    }

    private boolean cleanUp(ObjectKey key, ObjectNode definition) {
        var finalizers = definition.path("metadata").path("finalizers");
        boolean ours = false;
        for (var finalizer : finalizers) {
            ours |= finalizer.asText().equals(DefinitionRules.CLEANUP);
        }
        if (!ours) {
            return true;
        }
        var resource = new GroupResource(
                Json.string(definition, "spec", "group"), Json.string(definition, "spec", "names", "plural"));
        return deleteAll(resource) && removeFinalizer(key, definition);
    }

    private boolean deleteAll(GroupResource resource) {
        boolean gone = true;
        var after = "";
        do {
            var page = store.list(resource, "", 0, after, PAGE, any -> true);
            for (var entry : page.entries()) {
                gone &= cleaning.delete(entry.key(), DeleteOptions.DEFAULT);
            }
            after = page.next();
        } while (!after.isEmpty());
        return gone;
    }

    private boolean removeFinalizer(ObjectKey key, ObjectNode definition) {
        var patch = Json.object();
        var metadata = patch.putObject("metadata");
        metadata.put("resourceVersion", Json.string(definition, "metadata", "resourceVersion"));
        var left = metadata.putArray("finalizers");
        for (var finalizer : definition.path("metadata").path("finalizers")) {
            if (!finalizer.asText().equals(DefinitionRules.CLEANUP)) {
                left.add(finalizer);
            }
        }
        return cleaning.patch(key, "", patch);
    }

    @Override
    public void close() {
        worker.close();
    }
}
