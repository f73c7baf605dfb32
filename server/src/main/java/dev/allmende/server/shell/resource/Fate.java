package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.Protection;
import dev.allmende.apiserver.json.Json;
import java.util.Locale;

/** What becomes of the thing in the cloud when its object is deleted, as the object's spec says it. */
public enum Fate {
    /** Deleted with it. */
    DELETED,
    /** Stays, and belongs to nobody. */
    RETAINED,
    /** The object is not to be deleted. */
    PROTECTED,
    /** Was somebody else's all along. */
    OBSERVED,
    /** The spec does not say. */
    UNSAID;

    static Fate of(JsonNode object) {
        if (Json.string(object, "spec", "managementPolicy").equals("Observe")) {
            return OBSERVED;
        }
        return Protection.policy(object)
                .map(policy -> switch (policy) {
                    case DELETE -> DELETED;
                    case RETAIN -> RETAINED;
                    case PROTECT -> PROTECTED;
                })
                .orElse(UNSAID);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
