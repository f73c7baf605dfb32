package dev.allmende.e2e.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What lists of the API hold after writes, as SCS-0402 has it: by the identifiers that the server gave. */
final class Model {

    private static final Comparator<ObjectNode> BY_NAME = Comparator.comparing(
                    (ObjectNode item) -> item.path("displayName").asText())
            .thenComparing(Model::id);
    private static final Comparator<ObjectNode> NEWEST_FIRST = Comparator.comparing(
                    (ObjectNode item) -> time(item, "beganAt").orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(Model::id);

    final Map<String, ObjectNode> components = new LinkedHashMap<>();
    final Map<String, ObjectNode> types = new LinkedHashMap<>();
    final Map<String, ObjectNode> incidents = new LinkedHashMap<>();
    final Map<String, NavigableMap<Integer, ObjectNode>> updates = new HashMap<>();

    private static UUID id(ObjectNode item) {
        return UUID.fromString(item.path("id").asText());
    }

    private static Optional<Instant> time(JsonNode item, String field) {
        return item.hasNonNull(field)
                ? Optional.of(Instant.parse(item.path(field).asText()))
                : Optional.empty();
    }

    /** What a thing would be, were this written to it. */
    static ObjectNode merged(ObjectNode old, ObjectNode body) {
        var merged = old.deepCopy();
        merged.setAll(body);
        return merged;
    }

    /** Whether SCS-0402 allows an incident. */
    static boolean isAllowed(ObjectNode incident) {
        var began = time(incident, "beganAt");
        var ended = time(incident, "endedAt");
        boolean isMaintenance =
                impacts(incident).anyMatch(impact -> impact.path("severity").asInt() == 0);
        boolean isOpen = began.isEmpty() || ended.isEmpty();
        return isOpen ? !isMaintenance : !ended.get().isBefore(began.get());
    }

    /** @param field {@code reference} or {@code type} of an impact */
    boolean isUsed(String field, String id) {
        return incidents.values().stream()
                .flatMap(Model::impacts)
                .anyMatch(impact -> impact.path(field).asText().equals(id));
    }

    private static Stream<JsonNode> impacts(ObjectNode incident) {
        return StreamSupport.stream(incident.path("affects").spliterator(), false);
    }

    ArrayNode types() {
        return array(types.values().stream().sorted(BY_NAME));
    }

    ArrayNode components(Instant at) {
        return array(components.values().stream().sorted(BY_NAME).map(part -> {
            var seen = part.deepCopy();
            var active = seen.putArray("activelyAffectedBy");
            newest(incident -> isActive(incident, at))
                    .forEach(incident -> impacts(incident)
                            .filter(impact -> impact.path("reference").equals(part.path("id")))
                            .forEach(impact -> active.add(
                                    ((ObjectNode) impact.deepCopy()).set("reference", incident.path("id")))));
            return seen;
        }));
    }

    private static boolean isActive(ObjectNode incident, Instant at) {
        return time(incident, "beganAt").filter(at::isBefore).isEmpty()
                && time(incident, "endedAt").filter(end -> !at.isBefore(end)).isEmpty();
    }

    ArrayNode incidents(Instant start, Instant end) {
        return array(newest(incident -> time(incident, "beganAt")
                                .filter(end::isBefore)
                                .isEmpty()
                        && time(incident, "endedAt").filter(start::isAfter).isEmpty())
                .map(incident -> {
                    var seen = incident.deepCopy();
                    var orders = seen.putArray("updates");
                    updatesOf(incident.path("id").asText()).keySet().forEach(orders::add);
                    return seen;
                }));
    }

    ArrayNode updates(String incident) {
        return array(updatesOf(incident).values().stream());
    }

    private NavigableMap<Integer, ObjectNode> updatesOf(String incident) {
        return Objects.requireNonNull(updates.get(incident), incident);
    }

    private Stream<ObjectNode> newest(Predicate<ObjectNode> wanted) {
        return incidents.values().stream().filter(wanted).sorted(NEWEST_FIRST);
    }

    private static ArrayNode array(Stream<ObjectNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items.toList());
    }
}
