package dev.allmende.status.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.allmende.status.view.Ask;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that a request brings, or one inside it. Fields of the answer ({@code id}, {@code order}) and unknown ones
 * do nothing (SCS-0402). A field that is absent leaves what was there; null takes it away (as RFC 7396).
 *
 * @param place JSON pointer to it; empty for the whole
 */
record Body(JsonNode json, String place) {

    private static final int MOST_BYTES = 1 << 20;
    static final int NAME = 300;
    static final int TEXT = 20_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @param fields that it may have; one of them must be there */
    static Body of(Ask ask, String... fields) {
        var type = ask.header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw Refused.of(415, "Content-Type: send application/json", "Accept", "application/json");
        }
        if (ask.body().length > MOST_BYTES) {
            throw Refused.of(413, "at most %d bytes are taken".formatted(MOST_BYTES));
        }
        var body = new Body(parse(ask.body()), "");
        if (Arrays.stream(fields).noneMatch(body::has)) {
            throw Refused.field("", "none is given of: " + String.join(", ", fields));
        }
        return body;
    }

    private static JsonNode parse(byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (IOException e) {
            throw Refused.field("", "it is no JSON");
        }
        if (!json.isObject()) {
            throw Refused.field("", "a JSON object is expected");
        }
        return json;
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** Whether the field is there and not null. */
    boolean gives(String field) {
        return json.hasNonNull(field);
    }

    Refused wrong(String field, String detail) {
        return Refused.field(at(field), detail);
    }

    private String at(String field) {
        return place + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** @param most code points */
    @Nullable
    String text(String field, @Nullable String old, int most) {
        if (!has(field)) {
            return old;
        }
        return gives(field) ? neededText(field, most) : null;
    }

    String neededText(String field, int most) {
        var value = json.path(field);
        if (!value.isTextual()) {
            throw wrong(field, field + " is to be a string");
        }
        var text = value.textValue();
        if (text.codePointCount(0, text.length()) > most) {
            throw wrong(field, "%s is longer than %d characters".formatted(field, most));
        }
        return text;
    }

    /** As RFC 3339, in UTC. */
    @Nullable
    String time(String field, @Nullable String old) {
        var text = text(field, old, NAME);
        if (text == null || !gives(field)) {
            return text;
        }
        return Parameters.parse(text)
                .orElseThrow(() -> wrong(field, field + " is no time (RFC 3339), such as 2026-11-26T12:00:00Z"))
                .toString();
    }

    int neededNumber(String field, int least, int most) {
        var value = json.path(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(field, "%s is to be a whole number from %d to %d".formatted(field, least, most));
        }
        return value.intValue();
    }

    /** The object in a field. */
    Body inner(String field) {
        return object(json.path(field), at(field));
    }

    /** The items of a list. */
    List<JsonNode> items(String field, int most) {
        var list = json.path(field);
        if (!list.isArray()) {
            throw wrong(field, field + " is to be a list");
        }
        if (list.size() > most) {
            throw wrong(field, "%s has more than %d items".formatted(field, most));
        }
        return list.valueStream().toList();
    }

    Body item(String field, int index) {
        return object(json.path(field).path(index), at(field) + "/" + index);
    }

    private static Body object(JsonNode json, String place) {
        if (!json.isObject()) {
            throw Refused.field(place, "a JSON object is expected");
        }
        return new Body(json, place);
    }
}
