package dev.allmende.conformance.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The one form in which JSON stands in a snapshot: no white space, numbers and order of keys as they came. */
final class Json {

    static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Whether it may be an object or an array. A bare number or word is text: a console may well say just that. */
    static boolean looksLike(byte[] body) {
        for (var each : body) {
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return each == '{' || each == '[';
            }
        }
        return false;
    }

    /** The bytes without white space; empty when they are not exactly one JSON object or array. */
    static Optional<byte[]> compact(byte[] body) {
        if (!looksLike(body)) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream(body.length + 16);
        try (var parser = FACTORY.createParser(body);
                var generator = FACTORY.createGenerator(out)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            copy(parser, generator);
            if (parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(out.toByteArray());
    }

    /** Copies the value the parser stands at; afterwards it stands at its last token. */
    static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        var depth = 0;
        do {
            var token = parser.currentToken();
            if (token == null) {
                throw new IOException("ends in the middle of a value");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            copyToken(parser, generator, token);
            if (depth > 0) {
                parser.nextToken();
            }
        } while (depth > 0);
    }

    private static void copyToken(JsonParser parser, JsonGenerator generator, JsonToken token) throws IOException {
        switch (token) {
            // As text: a number that went through a double would not come back the same.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
            default -> generator.copyCurrentEvent(parser);
        }
    }
}
