package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.FieldType;
import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random objects of each kind, some with wrong types: they are malformed, or go through all rules without a fault. */
class AnyObjectTest {

    private final Random random = new Random(7);

    static List<String> kinds() {
        return BuiltInKinds.all().stream()
                .map(kind -> kind.served().apiVersion() + " " + kind.served().kind())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isMalformedOrGoesThroughAllRules(String name) {
        var kind = BuiltInKinds.all().get(kinds().indexOf(name));
        int wellFormed = 0;
        for (int round = 0; round < 400; round++) {
            double wrong = round % 3 == 0 ? 0.02 : 0;
            var object = any(kind.message(), 0, wrong);
            var old = any(kind.message(), 0, 0);
            if (kind.malformed(object).isEmpty()) {
                wellFormed++;
                check(kind, object, old);
            }
        }
        assertThat(wellFormed).isGreaterThan(240);
    }

    private static void check(BuiltInKind kind, ObjectNode object, ObjectNode old) {
        kind.prune(object);
        kind.prune(old);
        kind.prepare(old, null);
        var fresh = object.deepCopy();
        kind.prepare(fresh, null);
        assertThat(kind.validate(fresh, null)).isNotNull();
        kind.prepare(object, old);
        var once = object.deepCopy();
        kind.prepare(object, old);
        assertThat(object).isEqualTo(once);
        assertThat(kind.malformed(object)).isEmpty();
        assertThat(kind.prune(object)).isEmpty();
        assertThat(kind.validate(object, old)).isNotNull();
        assertThat(kind.fields(object)).containsKeys(kind.served().selectable().toArray(String[]::new));
        kind.served()
                .columns()
                .forEach(column -> assertThat(column.cell().apply(object)).isNotNull());
    }

    private ObjectNode any(Message message, int depth, double wrong) {
        var object = Json.object();
        for (var field : message.fields().values()) {
            if (random.nextInt(depth < 3 ? 2 : 12) == 0) {
                object.set(field.name(), random.nextDouble() < wrong ? text() : any(field.type(), depth, wrong));
            }
        }
        return random.nextInt(20) == 0 ? object.put("unknown", 1) : object;
    }

    private JsonNode any(FieldType type, int depth, double wrong) {
        var json = JsonNodeFactory.instance;
        if (random.nextInt(20) == 0) {
            return json.nullNode();
        }
        return switch (type) {
            case Nested(var name) -> any(Messages.builtIn().named(name), depth + 1, wrong);
            case ListOf(var item) -> {
                var list = json.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(any(item, depth + 1, wrong));
                }
                yield list;
            }
            case MapOf(var value) -> {
                var map = json.objectNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.set(text().asText(), any(value, depth + 1, wrong));
                }
                yield map;
            }
            case Scalar scalar -> scalar(scalar);
        };
    }

    private JsonNode scalar(Scalar scalar) {
        var json = JsonNodeFactory.instance;
        return switch (scalar) {
            case STRING -> text();
            case INT32, INT64, INT_OR_STRING -> json.numberNode(random.nextInt(5) - 1);
            case DOUBLE -> json.numberNode(random.nextInt(3));
            case BOOL, SCHEMA_OR_BOOL -> json.booleanNode(random.nextBoolean());
            case BYTES -> json.textNode(random.nextBoolean() ? "" : "YQ==");
            case TIME -> json.textNode(random.nextBoolean() ? "" : "2026-01-02T03:04:05+01:00");
            case MICRO_TIME -> json.textNode("2026-01-02T03:04:05.000006+01:00");
            case QUANTITY -> json.textNode(random.nextBoolean() ? "1500m" : "-2");
            case EXTRA_VALUE -> json.arrayNode().add("x");
            case SCHEMA_OR_LIST, SCHEMA_OR_TEXTS -> json.objectNode();
            case FIELDS_V1, JSON -> json.objectNode().put("f:x", 1);
        };
    }

    private JsonNode text() {
        var words =
                new String[] {"", "a", "A b", "example.com/x", "..", "Opaque", "kubernetes.io/tls", "User", "\u00e4"};
        return JsonNodeFactory.instance.textNode(words[random.nextInt(words.length)]);
    }
}
