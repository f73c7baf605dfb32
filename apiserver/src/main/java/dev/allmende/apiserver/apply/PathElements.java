package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and shares path elements: the same few thousand stand in the managed fields of all objects. */
final class PathElements {

    private static final int MOST_SHARED = 8192;
    private static final int LONGEST_SHARED = 100;

    private static final Map<String, PathElement.Field> FIELDS = new ConcurrentHashMap<>();
    private static final Map<String, PathElement> BY_WIRE = new ConcurrentHashMap<>();

    private PathElements() {}

    static PathElement.Field field(String name) {
        var known = FIELDS.get(name);
        if (known != null) {
            return known;
        }
        var made = new PathElement.Field(name, "f:" + name);
        share(FIELDS, name, made);
        return made;
    }

    /**
     * @return empty for a kind of element that is not known and to be passed over
     * @throws BadFields when the text is no path element
     */
    static Optional<PathElement> read(String wire) {
        var known = BY_WIRE.get(wire);
        if (known != null) {
            return Optional.of(known);
        }
        var made = parse(wire);
        made.ifPresent(element -> share(BY_WIRE, wire, element));
        return made;
    }

    private static <E> void share(Map<String, E> shared, String text, E element) {
        if (text.length() <= LONGEST_SHARED && shared.size() < MOST_SHARED) {
            shared.put(text, element);
        }
    }

    private static Optional<PathElement> parse(String wire) {
        if (wire.length() < 2) {
            throw new BadFields("key must be 2 characters long:");
        }
        if (wire.charAt(1) != ':') {
            throw new BadFields("missing colon: " + wire);
        }
        var rest = wire.substring(2);
        return switch (wire.charAt(0)) {
            case 'f' -> Optional.of(field(rest));
            case 'v' -> Optional.of(new PathElement.Value(json(rest)));
            case 'k' -> Optional.of(key(json(rest)));
            case 'i' -> Optional.of(new PathElement.Index(index(rest)));
            default -> Optional.empty();
        };
    }

    private static PathElement key(JsonNode fields) {
        if (!fields.isObject()) {
            throw new BadFields("a key must be a JSON object: " + fields);
        }
        List<PathElement.Part> parts = new ArrayList<>();
        fields.properties().forEach(field -> parts.add(new PathElement.Part(field.getKey(), field.getValue())));
        parts.sort(Comparator.comparing(PathElement.Part::name));
        return new PathElement.Key(List.copyOf(parts));
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadFields("no index: " + text);
        }
    }

    private static JsonNode json(String text) {
        try {
            var node = Json.MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new BadFields("no value");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new BadFields(e.getOriginalMessage());
        }
    }

    /** Text that is no FieldsV1. */
    static final class BadFields extends RuntimeException {
        BadFields(String message) {
            super(message, null, false, false);
        }
    }
}
