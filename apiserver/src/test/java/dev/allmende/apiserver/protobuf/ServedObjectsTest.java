package dev.allmende.apiserver.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that a kube-apiserver 1.35.4 answered with, as protobuf and as JSON: both are the same. */
class ServedObjectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "namespace",
                "configmap",
                "serviceaccount",
                "event",
                "event-newer",
                "lease",
                "clusterrole",
                "service",
                "quota",
                "definition",
                "access-review",
                "local-access-review",
                "token-review"
            })
    void readsWhatTheServerWritesInBothForms(String name) throws IOException {
        assertThat(ProtobufDecoder.decode(bytes("served/" + name + ".pb")))
                .isEqualTo(withoutNulls(Json.readObject(bytes("served/" + name + ".json"))));
    }

    /** Zero times and lists that Go writes as null. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(ServedObjectsTest::withoutNulls);
        }
        return node;
    }

    static byte[] bytes(String name) throws IOException {
        try (var in = ServedObjectsTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
