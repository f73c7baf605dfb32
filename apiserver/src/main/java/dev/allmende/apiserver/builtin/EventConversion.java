package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Between the two views of events: they are stored as core/v1 and also served as events.k8s.io/v1, whose fields have other
 * names (kubernetes pkg/apis/events/v1 conversion). Nothing is lost in either direction.
 */
public final class EventConversion {

    private static final Map<String, String> TO_EVENTS = Map.of(
            "involvedObject", "regarding",
            "message", "note",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount",
            "reportingComponent", "reportingController");

    private static final Map<String, String> TO_CORE = inverse();

    /** Left out of the newer view when empty, always in the older one. */
    private static final Set<String> REPORTER = Set.of("reportingController", "reportingInstance");

    private EventConversion() {}

    /** A core/v1 event as events.k8s.io/v1; parts are shared with the argument, which stays as it is. */
    public static ObjectNode toEvents(ObjectNode core) {
        var event = renamed(core, "events.k8s.io/v1", TO_EVENTS);
        event.properties()
                .removeIf(field -> REPORTER.contains(field.getKey())
                        && field.getValue().asText().isEmpty());
        return event;
    }

    /** An events.k8s.io/v1 event as core/v1; parts are shared with the argument, which stays as it is. */
    public static ObjectNode toCore(ObjectNode event) {
        var core = renamed(event, "v1", TO_CORE);
        REPORTER.stream().filter(field -> !core.has(core(field))).forEach(field -> core.put(core(field), ""));
        return core;
    }

    private static String core(String field) {
        return TO_CORE.getOrDefault(field, field);
    }

    private static ObjectNode renamed(ObjectNode from, String apiVersion, Map<String, String> names) {
        var to = Json.object();
        from.properties()
                .forEach(field -> to.set(names.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return to.put("apiVersion", apiVersion);
    }

    private static Map<String, String> inverse() {
        Map<String, String> inverse = new HashMap<>();
        TO_EVENTS.forEach((core, events) -> inverse.put(events, core));
        return Map.copyOf(inverse);
    }
}
