package dev.allmende.apiserver.protobuf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message: an object or a part of one.
 *
 * @param name as {@code core.Secret}: the file, then the kind or type
 * @param apiVersion of the file's group
 * @param kind whether it is a whole object
 * @param atomic whether server-side apply sets it as a whole ({@code x-kubernetes-map-type: atomic})
 */
public record Message(
        String name, String apiVersion, boolean kind, boolean atomic, String description, Map<String, Field> fields) {

    public Message {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** {@code Secret}. */
    public String simpleName() {
        return name.substring(name.indexOf('.') + 1);
    }

    @Nullable
    Field field(int number) {
        for (var field : fields.values()) {
            if (field.number() == number) {
                return field;
            }
        }
        return null;
    }

    /**
     * One field.
     *
     * @param optional absent and zero differ (a pointer in Go); otherwise zero and empty mean unset
     * @param required named so in the OpenAPI description
     * @param always in JSON even if zero
     * @param listType {@code atomic}, {@code set} or {@code map}; {@code atomic} for a map that is set as a whole; or empty
     * @param mapKeys with {@code map}
     * @param mergeKey key of a strategic merge patch; empty for a list of texts that is merged as a set
     */
    public record Field(
            int number,
            String name,
            FieldType type,
            boolean optional,
            boolean required,
            boolean always,
            String listType,
            List<String> mapKeys,
            Optional<String> mergeKey,
            Optional<String> defaultValue,
            String description) {}
}
