package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.PathElements.BadFields;
import dev.allmende.apiserver.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code metadata.managedFields}, read and written (apimachinery util/managedfields/internal/managedfields.go). */
final class Managed {

    private static final Comparator<Map.Entry<Writer, Owned>> ORDER = Comparator.comparing(
                    (Map.Entry<Writer, Owned> entry) -> !entry.getKey().applied())
            .thenComparing(Map.Entry::getValue, Managed::compareTimes)
            .thenComparing(entry -> entry.getKey().name())
            .thenComparing(entry -> entry.getValue().apiVersion())
            .thenComparing(entry -> entry.getKey().subresource());

    private Managed() {}

    /**
     * @return a map that may be changed
     * @throws BadFields when an entry is not as it should be
     */
    static Map<Writer, Owned> read(JsonNode entries) {
        Map<Writer, Owned> managed = LinkedHashMap.newLinkedHashMap(entries.size() + 1);
        for (var entry : entries) {
            if (!(entry instanceof ObjectNode object)) {
                throw new BadFields("an entry must be an object");
            }
            var operation = Json.string(entry, "operation");
            if (!operation.equals("Apply") && !operation.equals("Update")) {
                throw new BadFields("operation must be `Apply` or `Update`");
            }
            var apiVersion = Json.string(entry, "apiVersion");
            if (apiVersion.isEmpty()) {
                throw new BadFields("apiVersion must not be empty");
            }
            if (!Json.string(entry, "fieldsType").equals("FieldsV1")) {
                throw new BadFields("fieldsType must be FieldsV1");
            }
            var applied = operation.equals("Apply");
            var writer = new Writer(
                    Json.string(entry, "manager"),
                    applied,
                    applied ? "" : apiVersion,
                    Json.string(entry, "subresource"));
            var time = entry.path("time");
            managed.put(
                    writer,
                    new Owned(
                            FieldsV1.read(object.path("fieldsV1")),
                            apiVersion,
                            time.isTextual() ? time.textValue() : null,
                            object.get("fieldsV1")));
        }
        return managed;
    }

    /** As {@link #read}, but nothing where an entry is not as it should be. */
    static Map<Writer, Owned> readOrNone(@Nullable ObjectNode object) {
        try {
            return object == null ? new LinkedHashMap<>() : read(entries(object));
        } catch (BadFields e) {
            return new LinkedHashMap<>();
        }
    }

    static JsonNode entries(ObjectNode object) {
        return object.path("metadata").path("managedFields");
    }

    /** The object with these entries, in place of any it had: a copy as far as it differs. */
    static ObjectNode put(ObjectNode object, Map<Writer, Owned> managed) {
        var copy = shallow(object);
        var metadata = object.get("metadata") instanceof ObjectNode given ? shallow(given) : Json.object();
        copy.set("metadata", metadata);
        if (managed.isEmpty()) {
            metadata.remove("managedFields");
            return copy;
        }
        List<Map.Entry<Writer, Owned>> sorted = new ArrayList<>(managed.entrySet());
        if (sorted.size() > 1) {
            sorted.sort(ORDER);
        }
        var list = metadata.putArray("managedFields");
        sorted.forEach(entry -> list.add(entry.getValue().toJson(entry.getKey())));
        return copy;
    }

    /** The object without any entries; itself when it has none. */
    static ObjectNode strip(ObjectNode object) {
        if (!(object.get("metadata") instanceof ObjectNode metadata) || !metadata.has("managedFields")) {
            return object;
        }
        var copy = shallow(object);
        var bare = shallow(metadata);
        bare.remove("managedFields");
        copy.set("metadata", bare);
        return copy;
    }

    private static ObjectNode shallow(ObjectNode object) {
        var copy = Json.object();
        object.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }

    static int compareTimes(Owned a, Owned b) {
        return Objects.equals(a.time(), b.time()) ? 0 : Long.compare(seconds(a.time()), seconds(b.time()));
    }

    private static long seconds(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text).getEpochSecond()
                    : OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
