package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that a kube-apiserver 1.35.4 answered (dry run, so that nothing was stored): refusals word by word, accepted
 * objects field by field. Recorded objects lack what differs from run to run.
 */
class RecordedAnswersTest {

    private static final String NAMESPACE = "builtin-cases";

    /** Given out by a network, which this server does not have. */
    private static final Set<String> ADDRESSES = Set.of("ipFamilies", "ipFamilyPolicy");

    record Recorded(String name, BuiltInKind kind, JsonNode request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Recorded> recorded() throws IOException {
        try (var in = RecordedAnswersTest.class.getResourceAsStream("recorded.json")) {
            List<Recorded> all = new ArrayList<>();
            for (var request : Json.MAPPER.readTree(in)) {
                var version = GroupVersion.parse(Json.string(request, "apiVersion"));
                var kind = BuiltInKinds.find(version, Json.string(request, "plural"))
                        .orElseThrow();
                all.add(new Recorded(Json.string(request, "name"), kind, request));
            }
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void answersAsKubernetes(Recorded recorded) {
        var request = recorded.request();
        var object = (ObjectNode) request.path("object").deepCopy();
        var expected = request.has("message")
                ? Json.string(request, "message")
                : Json.text(sorted(withoutNulls(request.path("answer").deepCopy())));
        assertThat(answer(recorded.kind(), object, request.get("old"))).isEqualTo(expected);
    }

    /** What a registry does around the rules. */
    private static String answer(BuiltInKind kind, ObjectNode object, @Nullable JsonNode oldOrNull) {
        try {
            var malformed = kind.malformed(object);
            if (malformed.isPresent()) {
                return malformed.get();
            }
            var old = oldOrNull == null ? null : (ObjectNode) withoutNulls(oldOrNull.deepCopy());
            place(kind, object, old);
            kind.prune(object);
            kind.prepare(object, old);
            refuse(kind, object, old);
            object.path("metadata")
                    .properties()
                    .removeIf(field -> List.of("uid", "creationTimestamp", "resourceVersion")
                            .contains(field.getKey()));
            return Json.text(sorted(withoutNulls(object)));
        } catch (StatusException e) {
            return e.status().message();
        }
    }

    private static void place(BuiltInKind kind, ObjectNode object, @Nullable ObjectNode old) {
        object.put("apiVersion", kind.served().apiVersion())
                .put("kind", kind.served().kind());
        var metadata = object.withObjectProperty("metadata");
        if (kind.served().namespaced()) {
            metadata.put("namespace", NAMESPACE);
        }
        metadata.remove("managedFields");
        if (old != null) {
            for (var field : List.of("uid", "creationTimestamp", "resourceVersion")) {
                metadata.set(field, old.path("metadata").get(field));
            }
        }
    }

    private static void refuse(BuiltInKind kind, ObjectNode object, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        if (old == null) {
            errors.addAll(kind.names().checkPrefix(Json.string(object, "metadata", "generateName")));
            errors.addAll(kind.names().check(Json.string(object, "metadata", "name")));
        }
        errors.addAll(kind.validate(object, old));
        if (!errors.isEmpty()) {
            var served = kind.served();
            var group =
                    served.kind().equals("Event") ? "" : served.groupVersion().group();
            throw StatusException.invalid(group, served.kind(), Json.string(object, "metadata", "name"), errors);
        }
    }

    /** Lists and times that Kubernetes writes as null are empty or absent here. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(field -> field.getValue().isNull()
                            || (field.getKey().equals("rules")
                                    && field.getValue().isEmpty())
                            || ADDRESSES.contains(field.getKey()));
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(RecordedAnswersTest::withoutNulls);
        }
        return node;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, sorted(array.get(i)));
            }
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var sorted = Json.object();
        object.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> sorted.set(field.getKey(), sorted(field.getValue())));
        return sorted;
    }
}
