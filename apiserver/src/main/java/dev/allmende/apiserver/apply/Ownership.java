package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How ownership moves when an object changes (structured-merge-diff merge/update.go). */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class Ownership {

    private final Endpoint endpoint;
    private final ObjectNode before;
    private final ObjectNode after;
    private final Comparison own;
    private final Map<String, Comparison> others = new HashMap<>();

    Ownership(Endpoint endpoint, ObjectNode before, ObjectNode after) {
        this.endpoint = endpoint;
        this.before = before;
        this.after = after;
        this.own = Comparing.compare(before, after, endpoint.own()).without(endpoint.reset());
    }

    Comparison comparison() {
        return own;
    }

    private Comparison comparison(String version, Shape shape) {
        return version.equals(endpoint.apiVersion())
                ? own
                : others.computeIfAbsent(version, v -> Comparing.compare(before, after, shape));
    }

    /** What others own of that which changes. */
    Map<Writer, FieldSet> conflicts(Map<Writer, Owned> managed, Writer self) {
        Map<Writer, FieldSet> conflicts = new LinkedHashMap<>();
        managed.forEach((writer, owned) -> {
            var shape = endpoint.shape(owned.apiVersion());
            if (!writer.equals(self) && shape != null) {
                var conflict = owned.set()
                        .intersection(comparison(owned.apiVersion(), shape).changed());
                if (!conflict.isEmpty()) {
                    conflicts.put(writer, conflict);
                }
            }
        });
        return conflicts;
    }

    /**
     * Takes what changes from all writers but one, and forgets writers that own nothing or write in a version that is
     * gone.
     */
    void take(Map<Writer, Owned> managed, @Nullable Writer self) {
        for (var entries = managed.entrySet().iterator(); entries.hasNext(); ) {
            var entry = entries.next();
            var owned = entry.getValue();
            var shape = endpoint.shape(owned.apiVersion());
            if (shape == null) {
                entries.remove();
                continue;
            }
            var kept = entry.getKey().equals(self) ? owned : owned.with(remaining(owned, shape));
            if (kept.set().isEmpty()) {
                entries.remove();
            } else if (kept != owned) {
                entry.setValue(kept);
            }
        }
    }

    private FieldSet remaining(Owned owned, Shape shape) {
        var changes = comparison(owned.apiVersion(), shape);
        return owned.set()
                .difference(changes.modified())
                .difference(changes.added())
                .difference(changes.removed());
    }

    /** Follows a schema that has become coarser since the sets were written. */
    static void reconcile(Endpoint endpoint, Map<Writer, Owned> managed) {
        managed.replaceAll((writer, owned) -> {
            var shape = endpoint.shape(owned.apiVersion());
            return shape == null ? owned : owned.with(SchemaSets.reconciled(owned.set(), shape));
        });
    }
}
