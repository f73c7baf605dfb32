package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What Secrets and ConfigMaps have in common: keys, a limit of all values together, and that they can be made lasting. */
final class Keys {

    /** Of all values of an object together, in bytes. */
    static final long MOST_BYTES = 1024 * 1024;

    private static final String LASTING = "field is immutable when `immutable` is set";

    private Keys() {}

    static List<FieldError> syntax(JsonNode values, String field) {
        List<FieldError> errors = new ArrayList<>();
        values.fieldNames()
                .forEachRemaining(key -> errors.addAll(Faults.invalid(path(field, key), key, Syntax.configKey(key))));
        return errors;
    }

    static String path(String field, String key) {
        return field + "[" + key + "]";
    }

    static long bytes(JsonNode texts) {
        long bytes = 0;
        for (var text : texts) {
            bytes += text.asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    static long decodedBytes(JsonNode base64) {
        long bytes = 0;
        for (var text : base64) {
            bytes += Base64Text.length(text.asText());
        }
        return bytes;
    }

    /** @param fields that stay as they are once the old object says {@code immutable} */
    static List<FieldError> lasting(JsonNode object, JsonNode old, String... fields) {
        List<FieldError> errors = new ArrayList<>();
        if (!old.path("immutable").asBoolean(false)) {
            return errors;
        }
        if (!object.path("immutable").asBoolean(false)) {
            errors.add(FieldError.forbidden("immutable", LASTING));
        }
        for (var field : fields) {
            if (!Objects.equals(object.get(field), old.get(field))) {
                errors.add(FieldError.forbidden(field, LASTING));
            }
        }
        return errors;
    }
}
