package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON patch (RFC 6902), worded in its errors as Kubernetes does. */
@SuppressWarnings("DoNotCallSuggester") // until it is filled in
public final class JsonPatch {

    private JsonPatch() {}

    /**
     * @return a new object; {@code object} stays as it is
     * @throws dev.allmende.apiserver.status.StatusException 400 for what is no patch, 413 for more than 10,000
     *     operations, 422 when one does not fit the object
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch) {
        throw new UnsupportedOperationException("in work");
    }
}
