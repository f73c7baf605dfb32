package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.StatusException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random writes give what the original's library gave: objects, managed fields, refusals word by word. Recorded by
 * {@code src/test/recorder/ownership} from apimachinery 0.35.4 with structured-merge-diff 6.3.0; each line of the recording
 * is a scenario and the results of its steps.
 */
class RecordedWritesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final class Endpoints {
        private final Map<String, Schema> schemas;
        private final Map<String, FieldTracking> made = new HashMap<>();

        Endpoints(JsonNode schemas) {
            this.schemas = Map.of("v1", Schema.parse(schemas.path("v1")), "v2", Schema.parse(schemas.path("v2")));
        }

        FieldTracking at(String version, String subresource) {
            return made.computeIfAbsent(version + "/" + subresource, key -> {
                var schema = Objects.requireNonNull(schemas.get(version));
                var other = version.equals("v1") ? "v2" : "v1";
                return FieldTracking.of(
                        Kinds.custom("g", version, "K", schema.source()),
                        subresource,
                        Map.of("g/" + other, Objects.requireNonNull(schemas.get(other))));
            });
        }
    }

    @Test
    void writesGiveWhatTheOriginalGave() throws IOException {
        JsonNode schemas;
        try (var in = resource("schemas.json")) {
            schemas = Json.MAPPER.readTree(in);
        }
        var fine = new Endpoints(schemas.path("fine"));
        var coarse = new Endpoints(schemas.path("coarse"));
        var softly = new SoftAssertions();
        int number = 0;
        for (var line : lines()) {
            if (softly.errorsCollected().size() < 5) {
                replay(number++, line.path("scenario"), line.path("results"), fine, coarse, softly);
            }
        }
        softly.assertAll();
        assertThat(number).isGreaterThan(100);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RecordedWritesTest.class.getResourceAsStream(name));
    }

    private static List<JsonNode> lines() throws IOException {
        var file = System.getProperty("allmende.recording");
        try (var in = file == null
                        ? new GZIPInputStream(resource("recorded.jsonl.gz"))
                        : Files.newInputStream(Path.of(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<JsonNode> lines = new ArrayList<>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Json.parse(line));
            }
            return lines;
        }
    }

    private static void replay(
            int number, JsonNode scenario, JsonNode results, Endpoints fine, Endpoints coarse, SoftAssertions softly) {
        @Nullable ObjectNode live = null;
        for (int i = 0; i < results.size(); i++) {
            var step = scenario.path("Steps").get(i);
            var expected = results.get(i);
            if (isBeyondUs(Json.string(expected, "error"))) {
                return;
            }
            var endpoints = i < scenario.path("Coarse").asInt() ? fine : coarse;
            var result = write(live, step, endpoints);
            if (result.path("object") instanceof ObjectNode object) {
                live = object.deepCopy();
                ((ObjectNode) live.path("metadata")).put("uid", "u1");
                ((ObjectNode) object.path("metadata")).put("uid", "u1");
            }
            var same = same(expected, result);
            if (live != null) {
                age(live);
            }
            if (!same) {
                softly.fail("scenario %d step %d: %s%nexpected %s%nactual   %s"
                        .formatted(number, i, step, timeless(expected), timeless(result)));
                return;
            }
        }
    }

    /** Where the original fails at its own doing: we go on. */
    private static boolean isBeyondUs(String error) {
        return !error.isEmpty()
                && !error.startsWith("Apply failed")
                && !error.startsWith("failed to create typed patch object");
    }

    private static ObjectNode write(@Nullable ObjectNode live, JsonNode step, Endpoints endpoints) {
        var version = Json.string(step, "Version");
        var tracking = endpoints.at(version, Json.string(step, "Subresource"));
        var object = (ObjectNode) step.path("Object").deepCopy();
        var manager = Json.string(step, "Manager");
        var converted = live == null ? null : live.deepCopy().put("apiVersion", "g/" + version);
        try {
            var result = Json.string(step, "Op").equals("apply")
                    ? tracking.apply(
                            converted, object, manager, step.path("Force").asBoolean(), NOW)
                    : tracking.track(converted, object, manager, NOW);
            return Json.object().set("object", result.deepCopy());
        } catch (StatusException e) {
            var json = Json.object().put("error", e.status().message());
            if (!e.status().details().causes().isEmpty()) {
                var causes = json.putArray("causes");
                e.status()
                        .details()
                        .causes()
                        .forEach(cause -> causes.addObject()
                                .put("reason", cause.reason())
                                .put("message", cause.message())
                                .put("field", cause.field()));
            }
            return json;
        }
    }

    /** Makes all entries equally old, as the recorder does. */
    private static void age(ObjectNode live) {
        live.path("metadata").path("managedFields").forEach(entry -> {
            if (entry.has("time")) {
                ((ObjectNode) entry).put("time", "2020-01-01T00:00:00Z");
            }
        });
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return Values.equal(timeless(expected), timeless(actual));
    }

    /** Without times, whose presence counts; lists whose order is chance in the original are sorted. */
    private static JsonNode timeless(JsonNode result) {
        var copy = (ObjectNode) result.deepCopy();
        copy.path("object").path("metadata").path("managedFields").forEach(entry -> {
            if (entry.has("time")) {
                ((ObjectNode) entry).put("time", "some");
            }
        });
        if (copy.path("causes") instanceof ArrayNode causes) {
            List<JsonNode> sorted = new ArrayList<>();
            causes.forEach(sorted::add);
            sorted.sort(Values::compare);
            copy.set("causes", Json.MAPPER.createArrayNode().addAll(sorted));
        }
        var error = Json.string(copy, "error");
        if (error.contains("errors:\n")) {
            copy.put("error", error.lines().sorted().toList().toString());
        }
        return copy;
    }
}
