package dev.allmende.apiserver.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.FieldError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules over a string, {@code abc}: what they say here and what a kube-apiserver 1.35.4 said. Some it refused beforehand
 * since it could not tell their cost; here they are taken and hold.
 */
class RecordedExpressionsTest {

    /** Where the engine differs: constants are not evaluated beforehand, and types have no names of their own. */
    private static final Map<String, String> DIFFERENCES = Map.of(
            "int('x') == 5", "result",
            "[{'a':2},{'a':1}].sortBy(x, x.a)[0].a == 1", "compile",
            "type(self) == string && type(1) == int && type(1.0) == double && type(ip('::1')) == net.IP", "compile");

    @TestFactory
    Stream<DynamicTest> answersAsKubernetesDoes() throws IOException {
        try (var in = RecordedExpressionsTest.class.getResourceAsStream("expressions.answers.json")) {
            return Json.MAPPER
                    .readTree(in)
                    .valueStream()
                    .map(row -> DynamicTest.dynamicTest(row.path("rule").asText(), () -> holds(row)))
                    .toList()
                    .stream();
        }
    }

    private static void holds(JsonNode row) {
        var source = Json.object();
        source.put("type", "object");
        var text = source.putObject("properties").putObject("x").put("type", "string");
        text.putArray("x-kubernetes-validations")
                .addObject()
                .put("rule", row.path("rule").asText());
        var schema = Schema.parse(source);

        var compile =
                RuleCheck.check(schema, "s").stream().map(FieldError::body).toList();
        var difference = DIFFERENCES.get(row.path("rule").asText());
        if (difference != null) {
            assertThat(compile.isEmpty()).isEqualTo(difference.equals("result"));
            return;
        }
        var refused = texts(row.path("compile"));
        if (!refused.isEmpty() && !refused.getFirst().startsWith("Forbidden")) {
            assertThat(compile).isEqualTo(refused);
            return;
        }
        assertThat(compile).isEmpty();
        var result = CelRules.of(schema).orElseThrow().check(Json.object().put("x", "abc"), null).stream()
                .map(FieldError::body)
                .toList();
        assertThat(result).isEqualTo(texts(row.path("result")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
