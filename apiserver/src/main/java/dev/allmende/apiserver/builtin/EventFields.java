package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What field selectors can ask of events. An event is stored once and seen in two groups: its fields are known by their
 * names in both.
 */
final class EventFields {

    private static final List<String> OF_REFERENCE =
            List.of("kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath");

    static final List<String> CORE = with("involvedObject", "reason", "reportingComponent", "source", "type");
    static final List<String> EVENTS = with("regarding", "reason", "reportingController", "type");

    private EventFields() {}

    /** @param event in either group's form */
    static Map<String, String> of(JsonNode event) {
        boolean core = event.has("involvedObject");
        var object = event.path(core ? "involvedObject" : "regarding");
        Map<String, String> fields = new HashMap<>();
        for (var field : OF_REFERENCE) {
            var value = Json.string(object, field);
            fields.put("involvedObject." + field, value);
            fields.put("regarding." + field, value);
        }
        var controller = Json.string(event, core ? "reportingComponent" : "reportingController");
        fields.put("reportingComponent", controller);
        fields.put("reportingController", controller);
        var component = Json.string(event, core ? "source" : "deprecatedSource", "component");
        fields.put("source", component.isEmpty() ? controller : component);
        fields.put("reason", Json.string(event, "reason"));
        fields.put("type", Json.string(event, "type"));
        return fields;
    }

    private static List<String> with(String reference, String... others) {
        List<String> paths = new ArrayList<>();
        OF_REFERENCE.forEach(field -> paths.add(reference + "." + field));
        paths.addAll(List.of(others));
        return List.copyOf(paths);
    }
}
