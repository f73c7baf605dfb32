package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Objects that fit a schema, and JSON that fits nothing. */
public final class RandomObjects {

    private final Random random;

    public RandomObjects(long seed) {
        this.random = new Random(seed);
    }

    /** A body for an apply: each part of the schema is there or not. */
    ObjectNode body(Schema schema, String apiVersion, String kind) {
        var body = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        body.putObject("metadata").put("name", "n");
        schema.properties().forEach((name, property) -> {
            if (name.equals("spec")) {
                body.set(name, value(property));
            }
        });
        return body;
    }

    private JsonNode value(Schema schema) {
        return switch (schema.type()) {
            case STRING -> Json.MAPPER.getNodeFactory().textNode(letter());
            case INTEGER -> Json.MAPPER.getNodeFactory().numberNode(random.nextInt(4));
            case NUMBER -> Json.MAPPER.getNodeFactory().numberNode(random.nextInt(8) / 4.0);
            case BOOLEAN -> Json.MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case OBJECT -> map(schema);
            case ARRAY -> list(schema);
            case ANY -> any(2);
        };
    }

    private ObjectNode map(Schema schema) {
        var map = Json.object();
        new TreeMap<>(schema.properties()).forEach((name, property) -> { // in the same order in all runs
            if (random.nextInt(5) < 2) {
                map.set(name, value(property));
            }
        });
        schema.additional().ifPresent(others -> {
            for (int i = random.nextInt(3); i > 0; i--) {
                map.set(letter(), value(others));
            }
        });
        return map;
    }

    private ArrayNode list(Schema schema) {
        var list = Json.MAPPER.createArrayNode();
        var items = schema.items().orElseThrow();
        Set<String> seen = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) { // an empty list is owned by nobody and stays
            var item = value(items);
            if (schema.listType() == Schema.ListType.MAP) {
                schema.listMapKeys()
                        .forEach(key -> ((ObjectNode) item)
                                .set(
                                        key,
                                        value(java.util.Objects.requireNonNull(
                                                items.properties().get(key)))));
            }
            var identity = schema.listType() == Schema.ListType.MAP
                    ? schema.listMapKeys().stream().map(item::get).toList().toString()
                    : item.toString();
            if (seen.add(identity) || schema.listType() == Schema.ListType.ATOMIC) {
                list.add(item);
            }
        }
        return list;
    }

    /** Any JSON. */
    public JsonNode any(int depth) {
        var json = Json.MAPPER.getNodeFactory();
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> json.textNode(word());
            case 1 -> json.numberNode(random.nextInt(5) - 1);
            case 2 -> json.booleanNode(random.nextBoolean());
            case 3 -> json.nullNode();
            case 4 -> {
                var list = json.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(any(depth - 1));
                }
                yield list;
            }
            default -> object(depth);
        };
    }

    public ObjectNode object(int depth) {
        var map = Json.object();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.set(word(), any(Math.max(depth - 1, 0)));
        }
        return map;
    }

    private String letter() {
        return String.valueOf((char) ('a' + random.nextInt(4)));
    }

    private String word() {
        var words = List.of(
                "a",
                "b",
                "name",
                "spec",
                "metadata",
                "finalizers",
                "containers",
                "env",
                "ports",
                "labels",
                "op",
                "path",
                "value",
                "from",
                "/a",
                "/spec/containers/0",
                "/-",
                "add",
                "remove",
                "replace",
                "move",
                "copy",
                "test",
                "$patch",
                "delete",
                "$retainKeys",
                "$setElementOrder/containers",
                "$deleteFromPrimitiveList/finalizers",
                "$setElementOrder",
                "merge",
                "",
                "ownerReferences",
                "uid",
                "volumes");
        return words.get(random.nextInt(words.size()));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }
}
