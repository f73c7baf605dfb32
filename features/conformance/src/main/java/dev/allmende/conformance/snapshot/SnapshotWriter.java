package dev.allmende.conformance.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a snapshot answer by answer; an answer a line, so that two snapshots can be compared with {@code diff}. */
final class SnapshotWriter {

    private final JsonGenerator json;

    private SnapshotWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(OutputStream out, Snapshot snapshot) throws IOException {
        try (var json = Json.FACTORY.createGenerator(out)) {
            new SnapshotWriter(json).write(snapshot);
            json.writeRaw('\n');
        }
    }

    private void write(Snapshot snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", SnapshotFile.FORMAT);
        json.writeNumberField("version", SnapshotFile.VERSION);
        json.writeFieldName("header");
        write(snapshot.header());
        json.writeArrayFieldStart("observations");
        for (var entry : snapshot.observations().entrySet()) {
            json.writeRaw('\n');
            write(entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Snapshot.Header header) throws IOException {
        json.writeStartObject();
        json.writeStringField("runUuid", header.runUuid());
        json.writeStringField("runId", header.runId());
        json.writeStringField("takenAt", header.takenAt().toString());
        json.writeStringField("tool", header.tool());
        json.writeStringField("cloud", header.cloud());
        json.writeStringField("authUrl", header.authUrl());
        json.writeStringField("region", header.region());
        json.writeBooleanField("readOnly", header.readOnly());
        json.writeEndObject();
    }

    private void write(String input, Observation observation) throws IOException {
        json.writeStartObject();
        json.writeStringField("input", input);
        json.writeStringField("took", observation.took().toString());
        switch (observation) {
            case Observation.Seen seen -> writeAnswers("seen", seen.answers());
            case Observation.NotSeen notSeen -> {
                json.writeStringField("notSeen", notSeen.cause().name());
                json.writeStringField("why", notSeen.why());
                writeAnswers("partial", notSeen.partial());
            }
        }
        json.writeEndObject();
    }

    private void writeAnswers(String name, List<RecordedAnswer> answers) throws IOException {
        json.writeArrayFieldStart(name);
        for (var answer : answers) {
            json.writeRaw('\n');
            write(answer);
        }
        json.writeEndArray();
    }

    private void write(RecordedAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("request", answer.request());
        json.writeNumberField("status", answer.status());
        if (!answer.headers().isEmpty()) {
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : answer.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
        }
        writeBody(answer.body());
        json.writeEndObject();
    }

    /** JSON only when the very same bytes come back, else text, else base64. */
    private void writeBody(byte[] body) throws IOException {
        var compact = Json.compact(body);
        if (compact.isPresent() && Arrays.equals(compact.get(), body)) {
            json.writeFieldName("json");
            try (var parser = Json.FACTORY.createParser(body)) {
                parser.nextToken();
                Json.copy(parser, json);
            }
            return;
        }
        var text = decode(body);
        if (text.isPresent()) {
            json.writeStringField("text", text.get());
        } else {
            json.writeBinaryField("base64", body);
        }
    }

    private static Optional<String> decode(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
