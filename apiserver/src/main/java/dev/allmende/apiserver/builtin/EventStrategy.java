package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events in both views (kubernetes pkg/apis/core/validation/events.go). The newer view demands more. Fields are named as in
 * the core view in both cases.
 */
final class EventStrategy implements Strategy {

    private static final List<String> LASTING = List.of(
            "involvedObject",
            "reason",
            "message",
            "source",
            "firstTimestamp",
            "lastTimestamp",
            "count",
            "type",
            "eventTime",
            "action",
            "related",
            "reportingComponent",
            "reportingInstance");

    private final boolean newer;

    private EventStrategy(boolean newer) {
        this.newer = newer;
    }

    static EventStrategy core() {
        return new EventStrategy(false);
    }

    static EventStrategy events() {
        return new EventStrategy(true);
    }

    @Override
    public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode old) {
        var event = newer ? EventConversion.toCore(object) : object;
        var errors = new ArrayList<>(always(event));
        if (newer) {
            errors.addAll(old == null ? strict(event) : kept(event, EventConversion.toCore(old)));
        }
        return errors;
    }

    private List<FieldError> always(JsonNode event) {
        var own = Json.string(event, "metadata", "namespace");
        var about = Json.string(event, "involvedObject", "namespace");
        var errors = new ArrayList<FieldError>();
        if (!event.has("eventTime")) {
            boolean fits = about.isEmpty() ? Set.of("", "default").contains(own) : about.equals(own);
            if (!fits) {
                errors.add(wrongNamespace(about));
            }
            return errors;
        }
        if (about.isEmpty() && !Set.of("default", "kube-system").contains(own)) {
            errors.add(wrongNamespace(about));
        }
        var controller = Json.string(event, "reportingComponent");
        var path = newer ? "reportingController" : "reportingComponent";
        if (controller.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        errors.addAll(Faults.invalid(path, controller, Syntax.qualifiedName(controller)));
        errors.addAll(text(event, "reportingInstance", true, 128));
        errors.addAll(text(event, "action", true, 128));
        errors.addAll(text(event, "reason", true, 128));
        errors.addAll(text(event, "message", false, 1024));
        return errors;
    }

    private static FieldError wrongNamespace(String namespace) {
        return Faults.invalid("involvedObject.namespace", namespace, "does not match event.namespace");
    }

    private static List<FieldError> text(JsonNode event, String field, boolean required, int most) {
        var text = Json.string(event, field);
        if (required && text.isEmpty()) {
            return List.of(FieldError.required(field, ""));
        }
        return text.getBytes(StandardCharsets.UTF_8).length > most
                ? List.of(Faults.invalid(field, "", "can have at most %d characters".formatted(most)))
                : List.of();
    }

    private static List<FieldError> strict(JsonNode event) {
        var errors = new ArrayList<>(series(event));
        if (!event.has("eventTime")) {
            errors.add(FieldError.required("eventTime", ""));
        }
        var type = Json.string(event, "type");
        if (!Set.of("Normal", "Warning").contains(type)) {
            errors.add(Faults.invalid("type", "", "has invalid value: " + type));
        }
        for (var field : List.of("firstTimestamp", "lastTimestamp", "count")) {
            if (event.has(field)) {
                errors.add(Faults.invalid(field, "", "needs to be unset"));
            }
        }
        if (!event.path("source").isEmpty()) {
            errors.add(Faults.invalid("source", "", "needs to be unset"));
        }
        return errors;
    }

    private static List<FieldError> kept(JsonNode event, JsonNode old) {
        List<FieldError> errors = new ArrayList<>();
        if (!Objects.equals(event.get("series"), old.get("series"))) {
            errors.addAll(series(event));
        }
        for (var field : LASTING) {
            var path = field.equals("reportingComponent") ? "reportingController" : field;
            errors.addAll(Faults.immutable(path, event.get(field), old.get(field)));
        }
        return errors;
    }

    private static List<FieldError> series(JsonNode event) {
        List<FieldError> errors = new ArrayList<>();
        if (event.get("series") instanceof ObjectNode series) {
            if (series.path("count").asInt() < 2) {
                errors.add(Faults.invalid("series.count", "", "should be at least 2"));
            }
            if (Json.string(series, "lastObservedTime").isEmpty()) {
                errors.add(FieldError.required("series.lastObservedTime", ""));
            }
        }
        return errors;
    }
}
