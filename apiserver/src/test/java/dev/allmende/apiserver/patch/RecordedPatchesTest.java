package dev.allmende.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Random strategic merge patches of pods give what the original's library gave. Recorded by
 * {@code src/test/recorder/patches} from apimachinery 0.35.4.
 */
class RecordedPatchesTest {

    @Test
    void patchesGiveWhatTheOriginalGave() throws IOException {
        var schema = schema();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (var lines = recording()) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                var line = Json.parse(text);
                var error = Json.string(line, "error");
                if (isBeyondUs(error)) {
                    continue;
                }
                compared++;
                var expected =
                        error.isEmpty() ? line.path("result") : Json.object().put("refused", true);
                var actual = patched(line, schema);
                if (!expected.equals(actual) && differences.size() < 5) {
                    differences.add("%s%nexpected %s %s%nactual   %s".formatted(line, expected, error, actual));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1000);
    }

    /** Where the original trips over empty lists or gives up in a panic: we go on. */
    private static boolean isBeyondUs(String error) {
        return error.startsWith("no elements in any of the given slices") || error.startsWith("panic");
    }

    private static JsonNode patched(JsonNode line, Schema schema) {
        var object = (ObjectNode) line.path("object");
        var before = object.deepCopy();
        try {
            return StrategicMergePatch.apply(object, line.path("patch"), schema);
        } catch (StatusException e) {
            return Json.object().put("refused", e.status().code() < 500);
        } finally {
            assertThat(object).isEqualTo(before);
        }
    }

    private static Schema schema() throws IOException {
        try (var in = resource("pod.json")) {
            return Schema.parse(Json.MAPPER.readTree(in));
        }
    }

    private static BufferedReader recording() throws IOException {
        var file = System.getProperty("allmende.recording");
        var in =
                file == null ? new GZIPInputStream(resource("recorded.jsonl.gz")) : Files.newInputStream(Path.of(file));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RecordedPatchesTest.class.getResourceAsStream(name));
    }
}
