package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with properties, as the map that CEL's interpreter takes for an object: by escaped names. Fields that no
 * schema describes take part in comparisons only.
 */
final class JsonFields extends AbstractMap<String, Object> implements Weighted {

    private final JsonNode node;
    private final Shape.Fields fields;

    JsonFields(JsonNode node, Shape.Fields fields) {
        this.node = node;
        this.fields = fields;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        var field = field(key);
        return field != null && node.has(field.name());
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        var field = field(key);
        var value = field == null ? null : node.get(field.name());
        return field == null || value == null ? null : Shape.orNull(value, field.shape());
    }

    private Shape.@Nullable Field field(@Nullable Object key) {
        return key instanceof String name ? fields.byEscapedName().get(name) : null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return node.properties().stream().map(JsonFields.this::entry).iterator();
            }

            @Override
            public int size() {
                return node.size();
            }
        };
    }

    private Map.Entry<String, Object> entry(Map.Entry<String, JsonNode> entry) {
        var field = fields.byName().get(entry.getKey());
        return field == null
                ? Map.entry(entry.getKey(), Scalars.dynamic(entry.getValue()))
                : Map.entry(field.escaped(), Shape.orNull(entry.getValue(), field.shape()));
    }

    @Override
    public JsonNode node() {
        return node;
    }
}
