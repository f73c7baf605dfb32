package dev.allmende.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.RandomObjects;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever comes as a patch, it is applied or refused as the client's fault, and the object stays as it was. */
class ArbitraryPatchesTest {

    private static final int ROUNDS = 20_000;

    @Test
    void noPatchMakesTheServerFail() throws IOException {
        var random = new RandomObjects(7);
        var schema = schema();
        int applied = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var object = random.object(4);
            var before = object.deepCopy();
            var patch = random.any(4);
            applied += ends(() -> MergePatch.apply(object, patch)) ? 1 : 0;
            applied += ends(() -> StrategicMergePatch.apply(object, patch, schema)) ? 1 : 0;
            applied += ends(() -> JsonPatch.apply(object, patch)) ? 1 : 0;
            applied += ends(() -> JsonPatch.apply(object, operations(random))) ? 1 : 0;
            assertThat(object).isEqualTo(before);
        }
        assertThat(applied).isBetween(ROUNDS / 4, 4 * ROUNDS - 1000);
    }

    private static boolean ends(Supplier<ObjectNode> patching) {
        try {
            assertThat(patching.get()).isNotNull();
            return true;
        } catch (StatusException e) {
            assertThat(e.status().code()).isBetween(400, 499);
            assertThat(e.status().message()).isNotBlank();
            return false;
        }
    }

    private static ArrayNode operations(RandomObjects random) {
        var operations = Json.MAPPER.createArrayNode();
        var kinds = new String[] {"add", "remove", "replace", "move", "copy", "test"};
        for (int i = random.below(4); i >= 0; i--) {
            var operation = operations.addObject();
            operation.put("op", kinds[random.below(kinds.length)]);
            operation.put("path", path(random));
            operation.put("from", path(random));
            operation.set("value", random.any(2));
        }
        return operations;
    }

    private static String path(RandomObjects random) {
        var steps = new String[] {"a", "b", "spec", "0", "1", "-", "-1", "", "name", "99999999999", "~0", "~1"};
        var path = new StringBuilder();
        for (int i = random.below(4); i > 0; i--) {
            path.append('/').append(steps[random.below(steps.length)]);
        }
        return path.toString();
    }

    private static Schema schema() throws IOException {
        try (var in = ArbitraryPatchesTest.class.getResourceAsStream("pod.json")) {
            JsonNode source = Json.MAPPER.readTree(Objects.requireNonNull(in));
            return Schema.parse(source);
        }
    }
}
