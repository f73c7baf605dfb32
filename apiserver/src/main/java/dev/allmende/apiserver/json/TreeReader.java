package dev.allmende.apiserver.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;

/** Reads an object from a client and notes fields that are written twice: the last one counts, but the client is told. */
public final class TreeReader {

    private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

    private final JsonParser parser;
    private final List<String> duplicates;

    private TreeReader(JsonParser parser, List<String> duplicates) {
        this.parser = parser;
        this.duplicates = duplicates;
    }

    /**
     * @param duplicates gets the paths of fields that stand twice, such as {@code spec.replicas}
     * @throws Json.MalformedJson when the text is not one JSON object
     */
    public static ObjectNode readObject(byte[] text, List<String> duplicates) {
        try (var parser = Json.MAPPER.createParser(text)) {
            return read(parser, duplicates);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Json.MalformedJson(
                    at == null
                            ? e.getOriginalMessage()
                            : "%s at line %d, column %d"
                                    .formatted(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one object from a parser of any format. */
    public static ObjectNode read(JsonParser parser, List<String> duplicates) throws IOException {
        var first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL && parser.nextToken() == null) {
            return NODES.objectNode();
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Json.MalformedJson("expected one object, in braces");
        }
        var object = new TreeReader(parser, duplicates).object("");
        if (parser.nextToken() != null) {
            throw new Json.MalformedJson("something stands behind the object");
        }
        return object;
    }

    private ObjectNode object(String path) throws IOException {
        var object = NODES.objectNode();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (object.has(name)) {
                duplicates.add(path.isEmpty() ? name : path + "." + name);
            }
            object.set(name, value(path, name));
        }
        return object;
    }

    private ArrayNode array(String path) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(path, "[" + array.size() + "]"));
        }
        return array;
    }

    private JsonNode value(String path, String name) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(below(path, name));
            case START_ARRAY -> array(below(path, name));
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> {
                BigInteger big = parser.getBigIntegerValue();
                yield NODES.numberNode(big);
            }
        };
    }

    private static String below(String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        return name.startsWith("[") ? path + name : path + "." + name;
    }
}
