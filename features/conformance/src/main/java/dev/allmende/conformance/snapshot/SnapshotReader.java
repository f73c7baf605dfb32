package dev.allmende.conformance.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a snapshot as a stream. Fields it does not know are passed over, so that later minor additions do no harm. */
final class SnapshotReader {

    private final String file;

    SnapshotReader(String file) {
        this.file = file;
    }

    Snapshot read(InputStream in) throws IOException {
        try (var json = Json.FACTORY.createParser(in)) {
            try {
                return read(json);
            } catch (JsonProcessingException e) {
                throw bad(
                        e.getLocation() == null ? json.currentLocation() : e.getLocation(),
                        "this is not JSON: " + oneLine(e.getOriginalMessage()),
                        e);
            }
        }
    }

    private Snapshot read(JsonParser json) throws IOException {
        json.nextToken();
        expect(json, JsonToken.START_OBJECT, "an object");
        Optional<Snapshot.Header> header = Optional.empty();
        Optional<Map<String, Observation>> observations = Optional.empty();
        var known = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "format" -> known = checkFormat(json);
                case "version" -> checkVersion(json);
                case "header" -> header = Optional.of(header(json));
                case "observations" -> observations = Optional.of(observations(json));
                default -> json.skipChildren();
            }
        }
        if (!known || header.isEmpty() || observations.isEmpty()) {
            throw bad(
                    json, "the file has no " + (known ? header.isEmpty() ? "header" : "observations" : "format name"));
        }
        return new Snapshot(header.get(), observations.get());
    }

    private boolean checkFormat(JsonParser json) throws IOException {
        var format = string(json);
        if (!format.equals(SnapshotFile.FORMAT)) {
            throw bad(json, "the format is '" + format + "', not '" + SnapshotFile.FORMAT + "'");
        }
        return true;
    }

    private void checkVersion(JsonParser json) throws IOException {
        var version = number(json);
        if (version > SnapshotFile.VERSION) {
            throw new BadSnapshotFile(
                    "%s has version %s of the format, this program reads up to %s: use a newer allmende to replay it"
                            .formatted(file, version, SnapshotFile.VERSION));
        }
    }

    private Snapshot.Header header(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an object");
        var texts = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else {
                texts.put(field, json.getText());
            }
        }
        return new Snapshot.Header(
                text(json, texts, "runUuid"),
                text(json, texts, "runId"),
                parse(json, text(json, texts, "takenAt"), Instant::parse),
                text(json, texts, "tool"),
                text(json, texts, "cloud"),
                text(json, texts, "authUrl"),
                text(json, texts, "region"),
                Boolean.parseBoolean(text(json, texts, "readOnly")));
    }

    private Map<String, Observation> observations(JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY, "a list");
        var observations = new LinkedHashMap<String, Observation>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var fields = new Fields();
            read(json, fields);
            if (observations.put(fields.input, observation(json, fields)) != null) {
                throw bad(json, "the input '" + fields.input + "' stands there twice");
            }
        }
        return observations;
    }

    private Observation observation(JsonParser json, Fields fields) {
        if (fields.input.isEmpty()) {
            throw bad(json, "an observation has no input");
        }
        if (fields.seen.isPresent()) {
            return new Observation.Seen(fields.seen.get(), fields.took);
        }
        if (fields.cause.isEmpty()) {
            throw bad(json, "the observation of '" + fields.input + "' has neither 'seen' nor 'notSeen'");
        }
        return new Observation.NotSeen(fields.cause.get(), fields.why, fields.partial, fields.took);
    }

    private void read(JsonParser json, Fields fields) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an object");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "input" -> fields.input = string(json);
                case "took" -> fields.took = parse(json, string(json), Duration::parse);
                case "seen" -> fields.seen = Optional.of(answers(json));
                case "notSeen" -> fields.cause = Optional.of(parse(json, string(json), Observation.Why::valueOf));
                case "why" -> fields.why = string(json);
                case "partial" -> fields.partial = answers(json);
                default -> json.skipChildren();
            }
        }
    }

    private List<RecordedAnswer> answers(JsonParser json) throws IOException {
        expect(json, JsonToken.START_ARRAY, "a list");
        var answers = new ArrayList<RecordedAnswer>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            answers.add(answer(json));
        }
        return answers;
    }

    private RecordedAnswer answer(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an object");
        var request = "";
        var status = 0;
        Map<String, String> headers = Map.of();
        byte[] body = {};
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "request" -> request = string(json);
                case "status" -> status = number(json);
                case "headers" -> headers = headers(json);
                case "json" -> body = value(json);
                case "text" -> body = string(json).getBytes(StandardCharsets.UTF_8);
                case "base64" -> body = json.getBinaryValue();
                default -> json.skipChildren();
            }
        }
        return new RecordedAnswer(request, status, headers, body);
    }

    private Map<String, String> headers(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT, "an object");
        var headers = new TreeMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            headers.put(name, string(json));
        }
        return headers;
    }

    private static byte[] value(JsonParser json) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var generator = Json.FACTORY.createGenerator(out)) {
            Json.copy(json, generator);
        }
        return out.toByteArray();
    }

    private String string(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_STRING, "a string");
        return json.getText();
    }

    private int number(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getIntValue();
    }

    private String text(JsonParser json, Map<String, String> texts, String name) {
        var text = texts.get(name);
        if (text == null) {
            throw bad(json, "the header has no '" + name + "'");
        }
        return text;
    }

    private <T> T parse(JsonParser json, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw bad(json.currentLocation(), "'" + oneLine(text) + "' is not allowed here", e);
        }
    }

    private void expect(JsonParser json, JsonToken wanted, String name) throws IOException {
        if (json.currentToken() != wanted) {
            throw bad(json, json.currentToken() == null ? "the file ends too early" : "expected " + name);
        }
    }

    private BadSnapshotFile bad(JsonParser json, String what) {
        var place = json.currentLocation();
        return new BadSnapshotFile(where(place.getLineNr(), place.getColumnNr()) + what + remedy());
    }

    private BadSnapshotFile bad(com.fasterxml.jackson.core.JsonLocation place, String what, Exception cause) {
        return new BadSnapshotFile(where(place.getLineNr(), place.getColumnNr()) + what + remedy(), cause);
    }

    private String where(int line, int column) {
        return "%s, line %s, column %s: ".formatted(file, line, column);
    }

    private static String remedy() {
        return "; record the snapshot again with 'allmende check --record'";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static final class Fields {
        private String input = "";
        private Duration took = Duration.ZERO;
        private String why = "";
        private Optional<Observation.Why> cause = Optional.empty();
        private Optional<List<RecordedAnswer>> seen = Optional.empty();
        private List<RecordedAnswer> partial = List.of();
    }
}
