package dev.allmende.apiserver.crd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what we say of definitions against the answers of a kube-apiserver 1.35.4 to creates and updates (dry run). */
class RecordedDefinitionsTest {

    @TestFactory
    Stream<DynamicTest> judgesAsKubernetesDoes() throws IOException {
        try (var in = RecordedDefinitionsTest.class.getResourceAsStream("definitions.answers.json")) {
            return Json.MAPPER
                    .readTree(in)
                    .valueStream()
                    .map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> holds(row)))
                    .toList()
                    .stream();
        }
    }

    private static void holds(JsonNode row) {
        var crd = (ObjectNode) row.path("object");
        var old = row.get("old") instanceof ObjectNode stored ? stored : null;
        if (old != null) {
            crd.set("status", old.path("status").deepCopy());
        }
        CustomResourceDefinitions.fillDefaults(crd);
        CustomResourceDefinitions.rememberStorageVersion(crd);
        var causes = CustomResourceDefinitions.validate(crd, old).stream()
                .map(error -> error.cause().reason() + " " + error.path() + ": " + shortened(error.body()))
                .sorted()
                .toList();

        assertThat(causes).isEqualTo(recorded(row.path("answer")));
    }

    private static List<String> recorded(JsonNode answer) {
        return answer.path("causes")
                .valueStream()
                .map(cause -> cause.path(0).asText() + " " + cause.path(1).asText() + ": "
                        + shortened(cause.path(2).asText()))
                .sorted()
                .toList();
    }

    /** Without a schema in the form that the other server has it in memory. */
    private static String shortened(String message) {
        return message.endsWith("if the status subresource is enabled")
                ? message.substring(message.lastIndexOf("only ["))
                : message;
    }
}
