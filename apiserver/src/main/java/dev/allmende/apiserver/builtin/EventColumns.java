package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.PrinterColumn;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Columns of events, the same for both groups' views. */
final class EventColumns {

    static final List<PrinterColumn> ALL = List.of(
            time("Last Seen", "When the event was last seen.", 0, EventColumns::lastSeen),
            text("Type", "Normal or Warning.", 0, event -> Json.string(event, "type")),
            text("Reason", "Why, in one word.", 0, event -> Json.string(event, "reason")),
            text("Object", "The object that the event is about.", 0, EventColumns::object),
            text("Subobject", "Part of the object.", 1, event -> Json.string(event, "involvedObject", "fieldPath")),
            text("Source", "Who reports.", 1, EventColumns::source),
            text(
                    "Message",
                    "What happened.",
                    0,
                    event -> Json.string(event, "message").strip()),
            time("First Seen", "When the event was first seen.", 1, EventColumns::firstSeen),
            new PrinterColumn("Count", "string", "", "How often it was seen.", 1, of(EventColumns::count)),
            new PrinterColumn(
                    "Name",
                    "string",
                    "name",
                    "Name of the event.",
                    1,
                    of(event -> Json.at(event, "metadata", "name"))));

    private EventColumns() {}

    private static PrinterColumn text(String name, String description, int priority, Function<JsonNode, String> cell) {
        return new PrinterColumn(
                name,
                "string",
                "",
                description,
                priority,
                of(event -> JsonNodeFactory.instance.textNode(cell.apply(event))));
    }

    private static PrinterColumn time(
            String name, String description, int priority, Function<JsonNode, JsonNode> cell) {
        return new PrinterColumn(name, "date", "", description, priority, of(cell));
    }

    /** Cells look at the core form. */
    private static Function<JsonNode, JsonNode> of(Function<JsonNode, JsonNode> cell) {
        return event -> cell.apply(
                event instanceof ObjectNode object && !event.has("involvedObject")
                        ? EventConversion.toCore(object)
                        : event);
    }

    private static JsonNode firstSeen(JsonNode event) {
        var first = event.path("firstTimestamp");
        return first.isTextual() ? first : event.path("eventTime");
    }

    private static JsonNode lastSeen(JsonNode event) {
        if (event.has("series")) {
            return event.path("series").path("lastObservedTime");
        }
        var last = event.path("lastTimestamp");
        return last.isTextual() ? last : firstSeen(event);
    }

    private static JsonNode count(JsonNode event) {
        int count = event.has("series")
                ? event.path("series").path("count").asInt()
                : Math.max(1, event.path("count").asInt());
        return JsonNodeFactory.instance.numberNode(count);
    }

    private static String object(JsonNode event) {
        var kind = Json.string(event, "involvedObject", "kind").toLowerCase(Locale.ROOT);
        var name = Json.string(event, "involvedObject", "name");
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String source(JsonNode event) {
        var component = firstOf(Json.string(event, "source", "component"), Json.string(event, "reportingComponent"));
        var host = firstOf(Json.string(event, "source", "host"), Json.string(event, "reportingInstance"));
        return host.isEmpty() ? component : component + ", " + host;
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
