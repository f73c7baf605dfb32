package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.schema.Schema;

/** Strategic merge patch, for built-in kinds (apimachinery util/strategicpatch). */
@SuppressWarnings("DoNotCallSuggester") // until it is filled in
public final class StrategicMergePatch {

    private StrategicMergePatch() {}

    /**
     * @param schema of the whole object
     * @return a new object; {@code object} stays as it is
     * @throws dev.allmende.apiserver.status.StatusException 400 for a patch or directive that makes no sense
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch, Schema schema) {
        throw new UnsupportedOperationException("in work");
    }
}
