package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of a JSON object that somebody set, in that order; what is not set is not sent. Immutable. */
public final class Fields {

    public static final Fields NONE = new Fields(Map.of());

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> values;

    private Fields(Map<String, JsonNode> values) {
        this.values = values;
    }

    public static Fields of(String name, String value) {
        return NONE.with(name, value);
    }

    public Fields with(String name, String value) {
        return with(name, NODES.textNode(value));
    }

    public Fields with(String name, int value) {
        return with(name, NODES.numberNode(value));
    }

    public Fields with(String name, boolean value) {
        return with(name, NODES.booleanNode(value));
    }

    public Fields with(String name, Fields value) {
        return with(name, value.json());
    }

    public Fields with(String name, List<Fields> values) {
        var array = NODES.arrayNode();
        values.forEach(value -> array.add(value.json()));
        return with(name, array);
    }

    public Fields texts(String name, Collection<String> values) {
        return with(name, array(values));
    }

    public Fields map(String name, Map<String, String> values) {
        var object = NODES.objectNode();
        values.forEach(object::put);
        return with(name, object);
    }

    /** JSON null: takes the value away. */
    public Fields cleared(String name) {
        return with(name, NODES.nullNode());
    }

    public Fields with(String name, JsonNode value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Fields(more);
    }

    public Fields without(String name) {
        var fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Fields(fewer);
    }

    /** Only these names. */
    public Fields only(Collection<String> names) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(names);
        return new Fields(kept);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Collection<String> names() {
        return List.copyOf(values.keySet());
    }

    public ObjectNode json() {
        var object = NODES.objectNode();
        values.forEach((name, value) -> object.set(name, value.deepCopy()));
        return object;
    }

    static ArrayNode array(Collection<String> values) {
        var array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && fields.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names only: a value may be a secret. */
    @Override
    public String toString() {
        return "fields " + values.keySet();
    }
}
