package dev.allmende.apiserver.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every object, tried with seeded chance: half fitting the schema's names and types, half not. */
class ArbitraryObjectsTest {

    private static final int OBJECTS = 3000;

    private final Random random = new Random(20250101);
    private final Schema schema = Schema.parse(widgets());
    private final ObjectRules rules = ObjectRules.of(schema);

    @Test
    void noJsonMakesTheRulesThrow() {
        ObjectNode old = null;
        for (int i = 0; i < OBJECTS; i++) {
            var object = object();
            rules.malformed(object);
            rules.prune(object);
            rules.fillDefaults(object);
            assertThat(rules.validate(object, old))
                    .allSatisfy(error -> assertThat(error.message()).isNotEmpty());
            old = object;
        }
    }

    @Test
    void pruningAndDefaultingTwiceIsAsOnce() {
        for (int i = 0; i < OBJECTS; i++) {
            var object = object();
            rules.prune(object);
            rules.fillDefaults(object);
            var once = object.deepCopy();

            assertThat(rules.prune(object)).isEmpty();
            rules.fillDefaults(object);

            assertThat(SameJson.same(object, once)).as(object + " was " + once).isTrue();
        }
    }

    @Test
    void anObjectIsAlwaysAValidUpdateOfItself() {
        for (int i = 0; i < OBJECTS; i++) {
            var object = object();
            rules.prune(object);
            rules.fillDefaults(object);
            var faults = rules.validate(object, object.deepCopy());

            assertThat(faults)
                    .allMatch(fault -> fault.path().startsWith("spec.inner"), "only embedded resources are strict");
        }
    }

    @Test
    void sharedDefaultsAreNeverChanged() {
        var one = Json.readObject("{\"spec\": {}}".getBytes(StandardCharsets.UTF_8));
        rules.fillDefaults(one);
        one.withObject("spec").withObject("deep").put("mode", "slow");
        var two = Json.object();
        two.putObject("spec");

        rules.fillDefaults(two);

        assertThat(two.at("/spec/deep/mode").asText()).isEqualTo("fast");
    }

    private ObjectNode object() {
        return like(schema, 0) instanceof ObjectNode object ? object : Json.object();
    }

    private JsonNode like(Schema node, int depth) {
        if (random.nextInt(12) == 0 && depth > 0) {
            return anything(depth);
        }
        return switch (node.type()) {
            case OBJECT -> fields(node, depth);
            case ARRAY -> {
                var array = Json.MAPPER.createArrayNode();
                node.items()
                        .ifPresent(items ->
                                random.ints(random.nextInt(4)).forEach(i -> array.add(like(items, depth + 1))));
                yield array;
            }
            default -> scalar();
        };
    }

    private ObjectNode fields(Schema node, int depth) {
        var object = Json.object();
        List<String> names = new ArrayList<>(node.properties().keySet());
        names.sort(null);
        for (var name : names) {
            if (random.nextInt(3) == 0 || name.equals("spec")) {
                object.set(name, like(node.field(name).orElseThrow(), depth + 1));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            object.set(
                    "x" + random.nextInt(3),
                    node.additional().map(below -> like(below, depth + 1)).orElseGet(() -> anything(depth)));
        }
        if (random.nextInt(4) == 0) {
            object.set("metadata", anything(depth));
        }
        return object;
    }

    private JsonNode anything(int depth) {
        int kind = random.nextInt(depth > 4 ? 1 : 3);
        if (kind == 0) {
            return scalar();
        }
        if (kind == 1) {
            var array = Json.MAPPER.createArrayNode();
            random.ints(random.nextInt(3)).forEach(i -> array.add(anything(depth + 1)));
            return array;
        }
        var object = Json.object();
        var names = List.of(
                "name", "labels", "finalizers", "ownerReferences", "apiVersion", "kind", "metadata", "a", "port");
        random.ints(random.nextInt(4))
                .forEach(i -> object.set(names.get(random.nextInt(names.size())), anything(depth + 1)));
        return object;
    }

    private JsonNode scalar() {
        var make = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextInt(12));
            case 3 -> make.numberNode(random.nextLong());
            case 4 -> make.numberNode(random.nextGaussian());
            case 5 -> make.textNode("");
            case 6 -> make.textNode(List.of("red", "ab", "c", "1.2.3.4", "aGk=").get(random.nextInt(5)));
            default -> make.textNode(Character.toString(random.nextInt(Character.MAX_CODE_POINT)));
        };
    }

    private static JsonNode widgets() {
        try (var in = ArbitraryObjectsTest.class.getResourceAsStream("widgets.yaml")) {
            return new YAMLMapper().readTree(in).at("/spec/versions/0/schema/openAPIV3Schema");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
