package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the owners of fields for one endpoint of a kind in one version: made once, used for all its writes, by many
 * threads. No call changes its arguments; results share nodes with them.
 *
 * <p>The order in a write, as in Kubernetes: decode, prune and default the new object; {@link #apply} or {@link #track};
 * default again after an apply; admission; reset of status or spec; at the end {@link #sameButTimes} tells whether there
 * is anything to store.
 */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
public final class FieldTracking {

    private final UpdateTracking updates;
    private final ServerSideApply applies;

    private FieldTracking(Endpoint endpoint) {
        this.updates = new UpdateTracking(endpoint);
        this.applies = new ServerSideApply(endpoint, updates);
    }

    /** @param subresource {@code status}, {@code scale}, or empty for the object itself */
    public static FieldTracking of(ServedKind kind, String subresource) {
        return of(kind, subresource, Map.of());
    }

    /**
     * @param others schemas of the kind's other versions, by apiVersion; entries of managers in any other version are
     *     forgotten
     */
    public static FieldTracking of(ServedKind kind, String subresource, Map<String, Schema> others) {
        Map<String, Shape> shapes = new HashMap<>();
        others.forEach((version, schema) -> shapes.put(version, Shapes.ofObject(schema, kind.builtIn())));
        return new FieldTracking(new Endpoint(
                kind.apiVersion(),
                kind.kind(),
                gvk(kind.apiVersion(), kind.kind()),
                subresource,
                Shapes.ofObject(kind.schema(), kind.builtIn()),
                Map.copyOf(shapes),
                reset(kind, subresource)));
    }

    /** What the registry takes back from the live object whatever a client writes (rest.ResetFieldsStrategy). */
    private static FieldSet reset(ServedKind kind, String subresource) {
        return switch (subresource) {
            case "" -> kind.statusSubresource() ? FieldSet.ofFields("status") : FieldSet.EMPTY;
            case "status" ->
                kind.kind().equals("CustomResourceDefinition") && kind.builtIn()
                        ? FieldSet.ofFields("spec").union(FieldSet.ofFields("metadata"))
                        : FieldSet.ofFields("spec");
            default -> FieldSet.EMPTY;
        };
    }

    static String gvk(String apiVersion, String kind) {
        return (apiVersion.contains("/") ? apiVersion : "/" + apiVersion) + ", Kind=" + kind;
    }

    /**
     * Server-side apply.
     *
     * @param live null when the object does not exist yet
     * @param applied the patch's body: a partial object
     * @param manager the request's {@code fieldManager}
     * @return the merged object with its managed fields; {@code live} itself when nothing changes
     * @throws dev.allmende.apiserver.status.StatusException 409 with a cause for each field that others own, unless
     *     forced; 400 when the body is of another type, breaks the schema's shape or has managed fields
     */
    public ObjectNode apply(@Nullable ObjectNode live, ObjectNode applied, String manager, boolean force, Instant now) {
        return applies.apply(live, applied, manager, force, text(now));
    }

    /** @throws dev.allmende.apiserver.status.StatusException 400 when an applied object does not fit its schema */
    public void check(ObjectNode applied) {
        applies.check(applied);
    }

    /**
     * Create, update and the other patches.
     *
     * @param live null when the object is created
     * @param updated the new object as it would be stored; may carry managed fields to replace or, empty, to reset them
     * @param manager see {@link ManagerName}
     * @return the new object with its managed fields
     */
    public ObjectNode track(@Nullable ObjectNode live, ObjectNode updated, String manager, Instant now) {
        return updates.track(live, updated, manager, text(now));
    }

    private static String text(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Whether two objects differ in nothing, or only in the times of their managed fields: then none is stored. */
    public static boolean sameButTimes(ObjectNode live, ObjectNode updated) {
        return live == updated || same(live, updated, "metadata", "managedFields");
    }

    private static boolean same(ObjectNode live, ObjectNode updated, String... pathToTimes) {
        if (live.size() != updated.size()) {
            return false;
        }
        for (var field : live.properties()) {
            var before = field.getValue();
            var after = updated.get(field.getKey());
            if (after == null || (before != after && !same(field.getKey(), before, after, pathToTimes))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String name, JsonNode before, JsonNode after, String... pathToTimes) {
        if (!name.equals(pathToTimes[0])) {
            return Values.equal(before, after);
        }
        if (pathToTimes.length == 1) {
            return sameEntries(before, after);
        }
        return (before instanceof ObjectNode left && after instanceof ObjectNode right)
                ? same(left, right, pathToTimes[1])
                : Values.equal(before, after);
    }

    private static boolean sameEntries(JsonNode before, JsonNode after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!Values.equal(timeless(before.get(i)), timeless(after.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode timeless(JsonNode entry) {
        return entry instanceof ObjectNode object && object.has("time")
                ? object.deepCopy().without("time")
                : entry;
    }
}
