package dev.allmende.devcloud.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;

/** Short names for building JSON. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static ArrayNode array(Collection<ObjectNode> items) {
        return array().addAll(items);
    }

    public static ArrayNode texts(Collection<String> items) {
        ArrayNode array = array();
        items.forEach(array::add);
        return array;
    }

    public static ObjectNode texts(Map<String, String> items) {
        ObjectNode object = object();
        items.forEach(object::put);
        return object;
    }

    public static ObjectNode link(String rel, String href) {
        return object().put("rel", rel).put("href", href);
    }
}
