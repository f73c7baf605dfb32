package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import java.time.Instant;
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
@SuppressWarnings("DoNotCallSuggester") // until it is filled in
public final class FieldTracking {

    private final ServedKind kind;
    private final String subresource;

    private FieldTracking(ServedKind kind, String subresource) {
        this.kind = kind;
        this.subresource = subresource;
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
        return new FieldTracking(kind, subresource);
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
        throw new UnsupportedOperationException("in work: " + kind + subresource);
    }

    /**
     * Create, update and the other patches.
     *
     * @param live null when the object is created
     * @param updated the new object as it would be stored
     * @param manager see {@link ManagerName}
     * @return the new object with its managed fields
     */
    public ObjectNode track(@Nullable ObjectNode live, ObjectNode updated, String manager, Instant now) {
        throw new UnsupportedOperationException("in work: " + kind + subresource);
    }

    /** Whether two objects differ in nothing, or only in the times of their managed fields: then none is stored. */
    public static boolean sameButTimes(ObjectNode live, ObjectNode updated) {
        throw new UnsupportedOperationException("in work");
    }
}
