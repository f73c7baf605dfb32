package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Server-side apply (apimachinery util/managedfields and structured-merge-diff merge/update.go, Apply). */
final class ServerSideApply {

    private static final String BEFORE = "before-first-apply";

    private final Endpoint endpoint;
    private final UpdateTracking updates;

    ServerSideApply(Endpoint endpoint, UpdateTracking updates) {
        this.endpoint = endpoint;
        this.updates = updates;
    }

    ObjectNode apply(@Nullable ObjectNode live, ObjectNode applied, String manager, boolean force, String now) {
        check(applied);
        var object = live == null ? empty() : Managed.strip(live);
        var managed = Managed.readOrNone(live);
        if (managed.isEmpty()) {
            updates.move(empty(), object, managed, BEFORE, now);
        }
        Ownership.reconcile(endpoint, managed);
        var result = applied(object, applied, managed, manager, force, now);
        if (manager.equals(LastApplied.MANAGER)
                && !LastApplied.annotation(result).isEmpty()) {
            result = LastApplied.renewed(result, applied);
        }
        return live != null && FieldTracking.sameButTimes(live, result) ? live : result;
    }

    private ObjectNode empty() {
        return Json.object().put("apiVersion", endpoint.apiVersion()).put("kind", endpoint.kind());
    }

    void check(ObjectNode applied) {
        var apiVersion = Json.string(applied, "apiVersion");
        var kind = Json.string(applied, "kind");
        if (!apiVersion.equals(endpoint.apiVersion()) || !kind.equals(endpoint.kind())) {
            throw StatusException.badRequest("invalid object type: " + FieldTracking.gvk(apiVersion, kind));
        }
        var entries = Managed.entries(applied);
        if (!entries.isMissingNode() && !entries.isNull()) {
            throw StatusException.badRequest("metadata.managedFields must be nil");
        }
        var problem = TypeCheck.problem(applied, endpoint.own());
        if (problem != null) {
            throw StatusException.badRequest("failed to create typed patch object (%s/%s; %s): %s"
                    .formatted(
                            Json.string(applied, "metadata", "namespace"),
                            Json.string(applied, "metadata", "name"),
                            endpoint.gvk(),
                            problem));
        }
    }

    private ObjectNode applied(
            ObjectNode live, ObjectNode applied, Map<Writer, Owned> before, String manager, boolean force, String now) {
        var self = Writer.applier(manager, endpoint.subresource());
        var set = Extraction.set(applied, endpoint.own()).withoutTrees(endpoint.reset());
        Map<Writer, Owned> managed = new LinkedHashMap<>(before);
        var last = managed.get(self);
        managed.put(self, owned(last, set));
        var merged = Merging.merge(live, applied, endpoint.own()) instanceof ObjectNode object ? object : live;
        var pruned = new Pruning(endpoint, merged, managed).pruned(last, set);

        var ownership = new Ownership(endpoint, live, pruned);
        if (!force) {
            refuse(ownership.conflicts(managed, self), live, manager);
        }
        ownership.take(managed, self);
        var changed = !Values.equal(live, pruned);
        managed.computeIfPresent(self, (writer, owned) -> ownable(owned, changed ? now : owned.time()));
        return Managed.put(changed ? pruned : live, managed);
    }

    private Owned owned(@Nullable Owned last, FieldSet set) {
        return new Owned(set, endpoint.apiVersion(), last == null ? null : last.time(), null);
    }

    private static @Nullable Owned ownable(Owned owned, @Nullable String time) {
        var set = Endpoint.ownable(owned.set());
        return set.isEmpty() ? null : new Owned(set, owned.apiVersion(), time, null);
    }

    private void refuse(Map<Writer, FieldSet> conflicts, ObjectNode live, String manager) {
        if (conflicts.isEmpty()) {
            return;
        }
        var left = manager.equals(LastApplied.MANAGER)
                ? Conflicts.without(conflicts, LastApplied.unchanged(live, endpoint))
                : conflicts;
        if (!left.isEmpty()) {
            throw Conflicts.refusal(left);
        }
    }
}
