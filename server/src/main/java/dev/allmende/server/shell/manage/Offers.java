package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.status.board.Boards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What there is in the namespace of a status page, and what of it a form lets somebody choose: with the reader's rights. */
final class Offers {

    private static final String GROUP = ".status.allmende.dev";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Offers() {}

    /** Something to choose. */
    public record Option(String value, String text) {}

    static Kind kind(Reader reader, String plural) {
        return reader.kind(plural + GROUP);
    }

    static String home(Reader reader) {
        return Addresses.STATUS + "/" + Addresses.part(reader.namespace());
    }

    static List<JsonNode> items(Reader reader, String plural) {
        return reader.api()
                .get(kind(reader, plural).path(reader.namespace()))
                .path("items")
                .valueStream()
                .toList();
    }

    /** @param type that the API has checked it to be */
    static <K> K typed(JsonNode object, Class<K> type) {
        try {
            return MAPPER.treeToValue(object, type);
        } catch (JsonProcessingException e) {
            throw new Refusal(422, String.valueOf(e.getOriginalMessage()));
        }
    }

    static <K> List<K> all(Reader reader, String plural, Class<K> type) {
        return items(reader, plural).stream().map(item -> typed(item, type)).toList();
    }

    /** A new object of a kind, which the API gives a name to. */
    static ObjectNode fresh(Reader reader, String plural, String name, String prefix) {
        var fresh = Json.object()
                .put("apiVersion", kind(reader, plural).apiVersion())
                .put("kind", name);
        fresh.putObject("metadata").put("generateName", prefix);
        return fresh;
    }

    /** Of the page; the first is that of the objects themselves. */
    static List<String> languages(Reader reader) {
        for (var page : items(reader, "statuspages")) {
            var named = page.path("spec")
                    .path("languages")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of("en", "de");
    }

    /** The time zone of the page. */
    static String zone(Reader reader) {
        return items(reader, "statuspages").stream()
                .map(page -> Json.string(page, "spec", "timeZone"))
                .filter(zone -> !zone.isEmpty())
                .findFirst()
                .orElse("UTC");
    }

    /** Phases of an incident, as GENERATION.ORDER. */
    static List<Option> phases(Reader reader) {
        List<Option> options = new ArrayList<>();
        for (var page : items(reader, "statuspages")) {
            for (var list : page.path("spec").path("phases")) {
                int order = 0;
                for (var phase : list.path("phases")) {
                    options.add(new Option(list.path("generation").asInt() + "." + order++, phase.asText()));
                }
            }
        }
        return options;
    }

    static List<Option> options(Reader reader, String plural) {
        return items(reader, plural).stream()
                .map(object -> new Option(Json.string(object, "metadata", "name"), title(object)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    /** Heading, else name. */
    static String title(JsonNode object) {
        var text = Json.string(object, "spec", "displayName");
        return text.isEmpty() ? Json.string(object, "metadata", "name") : text;
    }

    /** By whom an object was changed last; empty when nobody says. */
    static String changedBy(JsonNode object) {
        return object.path("metadata")
                .path("annotations")
                .path(Boards.CHANGED_BY)
                .asText();
    }
}
