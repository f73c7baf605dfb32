package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7386). */
@SuppressWarnings("DoNotCallSuggester") // until it is filled in
public final class MergePatch {

    private MergePatch() {}

    /**
     * @return a new object; {@code object} stays as it is
     * @throws dev.allmende.apiserver.status.StatusException 400 when the patch is no object
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch) {
        throw new UnsupportedOperationException("in work");
    }
}
