package dev.allmende.conformance.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the items of a list from the answers that are its pages. */
public final class Pages {

    private static final ObjectMapper MAPPER = new ObjectMapper(Json.FACTORY);

    private Pages() {}

    /** Reads one item from a stream. */
    @FunctionalInterface
    public interface ItemReader<T> {
        /** The parser stands at the item's first token and must be left at its last. */
        T read(JsonParser item) throws IOException;
    }

    /**
     * Item by item, for lists that may be long.
     *
     * @param collection name of the JSON array in each answer
     * @throws UnreadableAnswer when an answer is an error, no JSON, or has no such array
     */
    public static <T> List<T> read(List<RecordedAnswer> pages, String collection, ItemReader<T> reader) {
        var items = new ArrayList<T>();
        for (var page : pages) {
            try (var parser = open(page)) {
                readPage(page, parser, collection, reader, items);
            } catch (IOException e) {
                throw garbled(page, e);
            }
        }
        return items;
    }

    /**
     * As trees, for short lists.
     *
     * @throws UnreadableAnswer as {@link #read}
     */
    public static List<JsonNode> trees(List<RecordedAnswer> pages, String collection) {
        return read(pages, collection, MAPPER::<JsonNode>readTree);
    }

    /**
     * The whole answer as a tree.
     *
     * @throws UnreadableAnswer when it is an error or no JSON
     */
    public static JsonNode tree(RecordedAnswer answer) {
        try (var parser = open(answer)) {
            JsonNode tree = MAPPER.readTree(parser);
            return tree;
        } catch (IOException e) {
            throw garbled(answer, e);
        }
    }

    private static JsonParser open(RecordedAnswer answer) throws IOException {
        if (answer.status() >= 400) {
            throw new UnreadableAnswer("%s answered %s".formatted(answer.request(), answer.status()));
        }
        var parser = Json.FACTORY.createParser(answer.body());
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            return parser;
        }
        parser.close();
        throw new UnreadableAnswer("%s answered with something that is not a JSON object".formatted(answer.request()));
    }

    private static <T> void readPage(
            RecordedAnswer page, JsonParser parser, String collection, ItemReader<T> reader, List<T> items)
            throws IOException {
        var found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var isIt = parser.currentName().equals(collection);
            if (parser.nextToken() == JsonToken.START_ARRAY && isIt) {
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(reader.read(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw new UnreadableAnswer("%s answered without a list '%s'".formatted(page.request(), collection));
        }
    }

    private static UnreadableAnswer garbled(RecordedAnswer answer, IOException e) {
        var why = e instanceof com.fasterxml.jackson.core.JsonProcessingException json
                ? "%s (line %s, column %s)"
                        .formatted(
                                json.getOriginalMessage(),
                                json.getLocation() == null
                                        ? 0
                                        : json.getLocation().getLineNr(),
                                json.getLocation() == null
                                        ? 0
                                        : json.getLocation().getColumnNr())
                : String.valueOf(e.getMessage());
        return new UnreadableAnswer(
                "%s answered with broken JSON: %s".formatted(answer.request(), why.replaceAll("[\\r\\n]+\\s*", " ")),
                e);
    }
}
