package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.follow.Listener;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.StoredEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Follows custom resource definitions: what they define is served as soon as they are established. */
public final class Definitions implements Listener {

    private final Publisher publisher;
    private final Consumer<Catalog> published;
    private final Consumer<String> changedNames;
    private final Map<String, Publisher.Known> known = new LinkedHashMap<>();
    private volatile List<ObjectNode> all = List.of();

    /**
     * @param published told the new catalog whenever it has changed
     * @param changedNames told the names of definitions whose conditions may have to be looked at
     */
    public Definitions(InstantSource clock, Consumer<Catalog> published, Consumer<String> changedNames) {
        this.publisher = new Publisher(clock);
        this.published = published;
        this.changedNames = changedNames;
        published.accept(publisher.catalog(List.of()));
    }

    @Override
    public boolean follows(GroupResource resource) {
        return resource.equals(Publisher.DEFINITIONS);
    }

    @Override
    public void state(List<Entry> entries) {
        known.clear();
        entries.forEach(this::put);
        publish(List.copyOf(known.keySet()));
    }

    @Override
    public void changed(StoredEvent event) {
        if (event.type() == StoredEvent.Type.DELETED) {
            known.remove(event.entry().key().name());
            // names may have become free for another definition
            publish(List.copyOf(known.keySet()));
        } else {
            put(event.entry());
            publish(List.of(event.entry().key().name()));
        }
    }

    private void put(Entry entry) {
        var name = entry.key().name();
        var definition = Json.readObject(entry.json());
        var before = known.get(name);
        known.put(
                name,
                before != null && generation(before.definition()) == generation(definition)
                        ? before.with(definition)
                        : Publisher.Known.of(definition, entry.resourceVersion()));
    }

    private static long generation(ObjectNode definition) {
        return Json.at(definition, "metadata", "generation").asLong(0);
    }

    /** @param changed told last, so that whoever looks at them sees this state of the others */
    private void publish(List<String> changed) {
        List<ObjectNode> definitions = new ArrayList<>();
        known.values().forEach(one -> definitions.add(one.definition()));
        all = List.copyOf(definitions);
        published.accept(publisher.catalog(known.values()));
        changed.forEach(changedNames);
    }

    /** All definitions as they are now. */
    List<ObjectNode> all() {
        return all;
    }
}
