package dev.allmende.apiserver.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shapes and types of a schema (k8s.io/apiserver, pkg/cel/common/schemas.go). What has no type in the schema is out of
 * rules' reach, and so are unknown fields.
 */
@SuppressWarnings("Immutable") // filled before the first question
final class Shapes implements CelTypeProvider {

    /** Of the metadata, rules see only the names. */
    private static final Schema METADATA = Schema.parse(Json.parse("""
            {"type": "object", "properties": {"name": {"type": "string"}, "generateName": {"type": "string"}}}"""));

    private static final Schema TEXT = Schema.parse(Json.parse("{\"type\": \"string\"}"));

    private final Map<String, CelType> types = new HashMap<>();

    /** @param resource whether the node is a whole resource, with apiVersion, kind and metadata */
    @Nullable
    Shape of(Schema schema, boolean resource, String name) {
        if (schema.intOrString()) {
            return Shape.Scalar.DYNAMIC;
        }
        return switch (schema.type()) {
            case OBJECT -> ofObject(schema, resource, name);
            case ARRAY -> {
                var items = schema.items().orElse(null);
                var shape = items == null ? null : of(items, items.embeddedResource(), name + ".@idx");
                yield shape == null ? null : new Shape.Items(shape);
            }
            case STRING -> ofText(schema.source().path("format").asText(""));
            case INTEGER -> Shape.Scalar.INTEGER;
            case NUMBER -> Shape.Scalar.NUMBER;
            case BOOLEAN -> Shape.Scalar.BOOLEAN;
            case ANY -> resource ? ofObject(schema, true, name) : null;
        };
    }

    private static Shape ofText(String format) {
        return switch (format) {
            case "byte" -> Shape.Scalar.BYTES;
            case "date", "date-time" -> Shape.Scalar.TIMESTAMP;
            case "duration" -> Shape.Scalar.DURATION;
            default -> Shape.Scalar.STRING;
        };
    }

    private @Nullable Shape ofObject(Schema schema, boolean resource, String name) {
        var additional = schema.additional().orElse(null);
        if (additional != null) {
            var shape = of(additional, additional.embeddedResource(), name + ".@elem");
            return shape == null ? null : new Shape.Values(shape);
        }
        var properties = new HashMap<>(schema.properties());
        if (resource) {
            properties.put("apiVersion", TEXT);
            properties.put("kind", TEXT);
            properties.put("metadata", METADATA);
        }
        var byName = new HashMap<String, Shape.Field>();
        properties.forEach((property, below) -> {
            var escaped = Escaping.escape(property);
            var shape = escaped == null ? null : of(below, below.embeddedResource(), name + "." + escaped);
            if (escaped != null && shape != null) {
                byName.put(property, new Shape.Field(property, escaped, shape));
            }
        });
        var byEscapedName = new HashMap<String, Shape.Field>();
        byName.values().forEach(field -> byEscapedName.put(field.escaped(), field));
        var type = StructType.create(
                name,
                ImmutableSet.copyOf(byEscapedName.keySet()),
                field -> Optional.ofNullable(byEscapedName.get(field))
                        .map(found -> found.shape().type()));
        types.put(name, type);
        return new Shape.Fields(Map.copyOf(byEscapedName), Map.copyOf(byName), type);
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
