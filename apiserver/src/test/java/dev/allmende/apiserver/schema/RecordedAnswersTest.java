package dev.allmende.apiserver.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds our answers against those of a kube-apiserver 1.35.4, asked to create (dry run) and update objects of {@code
 * widgets.yaml}. The old objects of updates were stored while the definition had no limits.
 */
class RecordedAnswersTest {

    private final ObjectRules rules = ObjectRules.of(
            Schema.parse(read("widgets.yaml", new YAMLMapper()).at("/spec/versions/0/schema/openAPIV3Schema")));

    @TestFactory
    Stream<DynamicTest> answersAsKubernetesDoes() {
        return read("widgets.answers.json", Json.MAPPER)
                .valueStream()
                .map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> holds(row)));
    }

    private void holds(JsonNode row) {
        var answer = row.path("answer");
        var object = (ObjectNode) row.path("object").deepCopy();
        var malformed = rules.malformed(object).map("Widget in version \"v1\" cannot be handled as a Widget: "::concat);
        assertThat(malformed.orElse(""))
                .isEqualTo(
                        answer.path("code").asInt() == 400
                                ? answer.path("message").asText()
                                : "");
        if (malformed.isEmpty()) {
            var unknown = rules.prune(object);
            if (!row.has("old")) {
                assertThat(unknown)
                        .isEqualTo(row.path("unknown")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList());
            }
            rules.fillDefaults(object);
            assertThat(causes(object, old(row))).isEqualTo(recorded(answer));
            if (answer.has("object")) {
                object.withObject("metadata").remove("name");
                assertThat(SameJson.same(object, answer.path("object")))
                        .as(object + " is " + answer.path("object"))
                        .isTrue();
            }
        }
    }

    private @Nullable ObjectNode old(JsonNode row) {
        if (!(row.get("old") instanceof ObjectNode old)) {
            return null;
        }
        rules.fillDefaults(old);
        return old;
    }

    private List<String> causes(ObjectNode object, @Nullable ObjectNode old) {
        return rules.validate(object, old).stream()
                .map(error -> error.cause().reason() + " " + error.message())
                .sorted()
                .toList();
    }

    private static List<String> recorded(JsonNode answer) {
        return answer.path("causes")
                .valueStream()
                .map(cause -> cause.path(0).asText() + " " + cause.path(1).asText() + ": "
                        + cause.path(2).asText())
                .sorted()
                .toList();
    }

    private static JsonNode read(String name, ObjectMapper mapper) {
        try (var in = RecordedAnswersTest.class.getResourceAsStream(name)) {
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
