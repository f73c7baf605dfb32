package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes what a schema does not know, as a Kubernetes API server does when it reads an object (apiextensions-apiserver,
 * schema/pruning, schema/defaulting and schema/objectmeta):
 *
 * <ul>
 *   <li>fields without a schema, unless {@code x-kubernetes-preserve-unknown-fields} keeps them,
 *   <li>unknown, null and empty fields of {@code metadata}, at the root and in embedded resources,
 *   <li>nulls where the schema neither allows them nor has a default; these are not reported.
 * </ul>
 *
 * For one object.
 */
final class Pruning {

    private final Trail trail = new Trail();
    private final List<String> unknown = new ArrayList<>();

    private Pruning() {}

    /** @return paths of the removed unknown fields, sorted */
    static List<String> prune(ObjectNode object, Schema schema) {
        var pruning = new Pruning();
        pruning.object(object, schema, true, schema.preserveUnknownFields());
        Collections.sort(pruning.unknown);
        return pruning.unknown;
    }

    /** A pruned copy of any value that the schema describes, such as a default. */
    static JsonNode pruned(JsonNode value, Schema schema) {
        JsonNode copy = value.deepCopy();
        new Pruning().value(copy, schema, schema.preserveUnknownFields());
        return copy;
    }

    /** @param preserve whether unknown fields of this very value stay */
    private void value(JsonNode value, @Nullable Schema schema, boolean preserve) {
        switch (value) {
            case ObjectNode object when schema != null -> object(object, schema, schema.embeddedResource(), preserve);
            case ObjectNode object -> removeAll(object);
            case ArrayNode array -> array(array, schema, preserve);
            default -> {}
        }
    }

    private void object(ObjectNode object, Schema schema, boolean resource, boolean preserve) {
        for (var fields = object.properties().iterator(); fields.hasNext(); ) {
            var entry = fields.next();
            var name = entry.getKey();
            if (resource && ObjectMetaShape.isCommon(name)) {
                metadata(name, entry.getValue());
                continue;
            }
            var property = schema.properties().get(name);
            var below = property != null ? property : schema.additional().orElse(null);
            if (below == null) {
                if (!preserve) {
                    report(name);
                    fields.remove();
                }
            } else if (entry.getValue().isNull() && isUnwantedNull(below)) {
                fields.remove();
            } else {
                below(entry.getValue(), name, property != null, below);
            }
        }
    }

    private void below(JsonNode value, String name, boolean property, Schema schema) {
        if (!value.isContainerNode()) {
            return;
        }
        if (property) {
            trail.field(name);
        } else {
            trail.key(name);
        }
        value(value, schema, schema.preserveUnknownFields());
        trail.up();
    }

    private void metadata(String name, JsonNode value) {
        if (value instanceof ObjectNode metadata) {
            trail.field(name);
            ObjectMetaShape.prune(metadata, this::report);
            trail.up();
        }
    }

    private void array(ArrayNode array, @Nullable Schema schema, boolean preserve) {
        var items = schema == null ? null : schema.items().orElse(null);
        if (items == null && preserve) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            var value = array.get(i);
            if (value.isContainerNode()) {
                trail.index(i);
                value(value, items, preserve || (items != null && items.preserveUnknownFields()));
                trail.up();
            }
        }
    }

    private void removeAll(ObjectNode object) {
        object.fieldNames().forEachRemaining(this::report);
        object.removeAll();
    }

    private static boolean isUnwantedNull(Schema schema) {
        return !schema.nullable() && schema.defaultValue().isEmpty();
    }

    private void report(String name) {
        trail.field(name);
        unknown.add(trail.dotted());
        trail.up();
    }
}
