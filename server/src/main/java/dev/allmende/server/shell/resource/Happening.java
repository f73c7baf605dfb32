package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Event of the API: something happened to an object.
 *
 * @param type Normal or Warning
 * @param href of the object's page, empty when there is none
 */
public record Happening(
        String id,
        String type,
        String reason,
        String message,
        String object,
        String href,
        long count,
        Moment last,
        String version) {

    private static final int READ = 500;

    public boolean isWarning() {
        return !type.equals("Normal");
    }

    /**
     * The latest first.
     *
     * @param selector of fields, empty for all of the namespace
     * @param most how many
     * @return empty when the user may not see events
     */
    public static Optional<List<Happening>> of(
            Api api, Kinds kinds, String namespace, String selector, int most, Moment.Clock clock) {
        var events = kinds.find(Kinds.EVENTS, true);
        Map<String, String> query = selector.isEmpty()
                ? Map.of("limit", Integer.toString(READ))
                : Map.of("limit", Integer.toString(READ), "fieldSelector", selector);
        try {
            List<Happening> happenings = new ArrayList<>();
            for (var event :
                    api.get(events.path(namespace), query, "application/json").path("items")) {
                happenings.add(of(event, kinds, clock));
            }
            happenings.sort(
                    Comparator.comparing((Happening event) -> event.last().text())
                            .reversed());
            return Optional.of(happenings.stream().limit(most).toList());
        } catch (Refusal refused) {
            if (refused.isForbidden()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    public static Happening of(JsonNode event, Kinds kinds, Moment.Clock clock) {
        var about = event.path("involvedObject");
        var metadata = event.path("metadata");
        var name = Json.string(about, "name");
        var series = event.path("series");
        return new Happening(
                Row.id(metadata),
                Json.string(event, "type"),
                Json.string(event, "reason"),
                Json.string(event, "message"),
                Json.string(about, "kind") + " " + name,
                kinds.of(Json.string(about, "apiVersion"), Json.string(about, "kind"))
                        .filter(kind -> !name.isEmpty())
                        .map(kind -> kind.href(kind.namespaced() ? Json.string(about, "namespace") : "", name))
                        .orElse(""),
                Math.max(
                        1,
                        series.has("count")
                                ? series.path("count").asLong()
                                : event.path("count").asLong(1)),
                clock.moment(first(
                        Json.string(series, "lastObservedTime"),
                        Json.string(event, "lastTimestamp"),
                        Json.string(event, "eventTime"),
                        Json.string(metadata, "creationTimestamp"))),
                Json.string(metadata, "resourceVersion"));
    }

    private static String first(String... texts) {
        for (var text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
