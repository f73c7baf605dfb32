package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items of lists with {@code x-kubernetes-list-type: map}, known by their keys. */
public final class ListMaps {

    private ListMaps() {}

    /** The key fields of a list of type map; empty for other schemas. */
    static List<String> keys(JsonNode schema) {
        var keys = new ArrayList<String>();
        if (schema.path("x-kubernetes-list-type").asText("").equals("map")) {
            schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
        }
        return List.copyOf(keys);
    }

    /** Those of the key fields that an item has, with their values; an empty object when it has none. */
    public static ObjectNode key(JsonNode item, List<String> keys) {
        var key = Json.object();
        for (var field : keys) {
            var value = item.get(field);
            if (value != null) {
                key.set(field, value);
            }
        }
        return key;
    }

    /** A list's items by {@link #key}; of several with the same key, the last. */
    public static Map<ObjectNode, JsonNode> byKey(JsonNode list, List<String> keys) {
        var items = new HashMap<ObjectNode, JsonNode>();
        list.forEach(item -> items.put(key(item, keys), item));
        return items;
    }
}
