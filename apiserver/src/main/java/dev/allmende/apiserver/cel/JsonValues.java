package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object with free names as CEL's map; values are read when they are asked for. */
final class JsonValues extends AbstractMap<String, Object> implements Weighted {

    private final JsonNode node;
    private final Shape values;

    JsonValues(JsonNode node, Shape values) {
        this.node = node;
        this.values = values;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && node.has(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        var value = key instanceof String name ? node.get(name) : null;
        return value == null ? null : Shape.orNull(value, values);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return node.properties().stream()
                        .map(entry -> Map.entry(entry.getKey(), Shape.orNull(entry.getValue(), values)))
                        .iterator();
            }

            @Override
            public int size() {
                return node.size();
            }
        };
    }

    @Override
    public JsonNode node() {
        return node;
    }
}
