package dev.allmende.apiserver.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.Optional;
import java.util.Set;

/** Bodies as they go into the log: one line of JSON, without the managed fields, which are long and say little. */
final class Bodies {

    /** Wherever such an object turns up. */
    private static final Set<String> SECRET_KINDS = Set.of("Secret", "SecretList", "TokenRequest", "TokenReview");

    private Bodies() {}

    /**
     * Empty for objects that hold secrets, and for what is no JSON object: a body is what somebody sent, and must not pose
     * as further events.
     */
    static Optional<byte[]> readable(byte[] body) {
        try {
            var object = Json.readObject(body);
            if (SECRET_KINDS.contains(Json.string(object, "kind"))) {
                return Optional.empty();
            }
            strip(object);
            object.path("items").forEach(Bodies::strip);
            return Optional.of(Json.write(object));
        } catch (Json.MalformedJson e) {
            return Optional.empty();
        }
    }

    private static void strip(JsonNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
    }
}
