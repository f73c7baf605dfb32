package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.PathElements.BadFields;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owns what after a create, an update or a patch (apimachinery util/managedfields/internal). */
final class UpdateTracking {

    /** Entries of updates are kept apart up to this number; the oldest are put together beyond it. */
    private static final int MOST_UPDATERS = 10;

    private static final String OLD_UPDATES = "ancient-changes";
    private static final ObjectNode NOTHING = Json.object();

    private final Endpoint endpoint;

    UpdateTracking(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    ObjectNode track(@Nullable ObjectNode live, ObjectNode updated, String manager, String now) {
        var managed = managed(live, updated);
        var bare = Managed.strip(updated);
        var exists = live != null && !Json.string(live, "metadata", "uid").isEmpty();
        if (managed.isEmpty() && exists) {
            return bare;
        }
        move(live == null ? NOTHING : Managed.strip(live), bare, managed, manager, now);
        capUpdaters(managed);
        return Managed.put(bare, managed);
    }

    /** Those of the new object, which may reset them; the live ones where it has none or bad ones. */
    private Map<Writer, Owned> managed(@Nullable ObjectNode live, ObjectNode updated) {
        if (!endpoint.subresource().isEmpty()) {
            return Managed.readOrNone(live);
        }
        var entries = Managed.entries(updated);
        if (isReset(entries)) {
            return new LinkedHashMap<>();
        }
        try {
            var managed = Managed.read(entries);
            return managed.isEmpty() ? Managed.readOrNone(live) : managed;
        } catch (BadFields e) {
            return Managed.readOrNone(live);
        }
    }

    private static boolean isReset(JsonNode entries) {
        return entries.isArray()
                && (entries.isEmpty()
                        || (entries.size() == 1
                                && entries.get(0).isObject()
                                && entries.get(0).isEmpty()));
    }

    /** Gives the manager what differs. */
    void move(ObjectNode before, ObjectNode after, Map<Writer, Owned> managed, String manager, String now) {
        Ownership.reconcile(endpoint, managed);
        var ownership = new Ownership(endpoint, before, after);
        ownership.take(managed, null);
        var taken = Endpoint.ownable(ownership.comparison().changed());
        if (!taken.isEmpty()) {
            var writer = Writer.updater(manager, endpoint.apiVersion(), endpoint.subresource());
            var previous = managed.get(writer);
            var owned = previous == null
                    ? new Owned(taken, endpoint.apiVersion(), now, null)
                    : previous.with(previous.set().union(taken)).at(endpoint.apiVersion(), now);
            managed.put(writer, owned);
        }
    }

    private static void capUpdaters(Map<Writer, Owned> managed) {
        List<Map.Entry<Writer, Owned>> updaters = new ArrayList<>();
        managed.entrySet().forEach(entry -> {
            if (!entry.getKey().applied()) {
                updaters.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        });
        var excess = updaters.size() - MOST_UPDATERS;
        if (excess <= 0) {
            return;
        }
        updaters.sort(Comparator.comparing(Map.Entry<Writer, Owned>::getValue, Managed::compareTimes)
                .thenComparing(Map.Entry::getKey, Writer.ORDER));
        Map<String, Writer> firstOfVersion = new HashMap<>();
        for (var updater : updaters) {
            if (excess == 0) {
                return;
            }
            var first = firstOfVersion.putIfAbsent(updater.getValue().apiVersion(), updater.getKey());
            if (first != null) {
                putTogether(managed, first, updater.getKey(), updater.getValue());
                excess--;
            }
        }
    }

    private static void putTogether(Map<Writer, Owned> managed, Writer first, Writer next, Owned owned) {
        var bucket = Writer.updater(OLD_UPDATES, owned.apiVersion(), "");
        var before = managed.get(bucket);
        if (before == null) {
            before = managed.remove(first);
        }
        managed.remove(next);
        var set = before == null ? owned.set() : owned.set().union(before.set());
        managed.put(bucket, new Owned(set, owned.apiVersion(), owned.time(), null));
    }
}
