package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.apply.Shape.Fields;
import dev.allmende.apiserver.apply.Shape.Items;
import dev.allmende.apiserver.apply.Shape.Items.Relation;
import dev.allmende.apiserver.apply.Shape.Scalar;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles schemas into {@link Shape}s (kube-openapi pkg/schemaconv, and the CRD's OpenAPI builder for metadata). */
final class Shapes {

    private static final Shape META = new Shapes(false).of(ObjectMetaSchema.SCHEMA, false);
    private static final Shape TEXT = new Shape(Scalar.STRING, null, null);

    private final boolean zeros;

    private Shapes(boolean zeros) {
        this.zeros = zeros;
    }

    /** @param zeros fields whose default is the zero value are always there: so built-in types' schemas say it */
    static Shape ofObject(Schema schema, boolean zeros) {
        var shapes = new Shapes(zeros);
        return new Shape(null, null, shapes.map(schema, schema.preserveUnknownFields(), true));
    }

    private Shape of(Schema schema, boolean preserved) {
        var preserve = preserved || schema.preserveUnknownFields();
        return switch (schema.type()) {
            case ANY ->
                new Shape(Scalar.UNTYPED, list(schema, preserve), map(schema, preserve, schema.embeddedResource()));
            case OBJECT -> new Shape(null, null, map(schema, preserve, schema.embeddedResource()));
            case ARRAY -> new Shape(null, list(schema, preserve), null);
            case STRING -> new Shape(isPlain(schema) ? Scalar.STRING : Scalar.UNTYPED, null, null);
            case INTEGER, NUMBER -> new Shape(Scalar.NUMERIC, null, null);
            case BOOLEAN -> new Shape(Scalar.BOOLEAN, null, null);
        };
    }

    private static boolean isPlain(Schema schema) {
        var format = schema.source().path("format").asText("");
        return format.isEmpty() || format.equals("byte");
    }

    private Fields map(Schema schema, boolean preserve, boolean resource) {
        Map<String, Shape.Field> declared = new HashMap<>();
        schema.properties()
                .forEach((name, property) -> declared.put(
                        name, new Shape.Field(PathElements.field(name), of(property, preserve), zero(property))));
        if (resource) {
            declared.put("apiVersion", new Shape.Field(PathElements.field("apiVersion"), TEXT, null));
            declared.put("kind", new Shape.Field(PathElements.field("kind"), TEXT, null));
            declared.put(
                    "metadata", new Shape.Field(PathElements.field("metadata"), META, zeros ? Json.object() : null));
        }
        if (schema.additional().isPresent()) {
            var others = schema.additional().get();
            return others.source().isEmpty()
                    ? fields(declared, Fields.Others.DEDUCED, null, schema)
                    : fields(declared, Fields.Others.TYPED, of(others, preserve), schema);
        }
        var free = preserve || (schema.properties().isEmpty() && !resource);
        var refused = schema.source().path("additionalProperties").isBoolean();
        return fields(declared, free && !refused ? Fields.Others.DEDUCED : Fields.Others.REFUSED, null, schema);
    }

    private static Fields fields(
            Map<String, Shape.Field> declared, Fields.Others others, @Nullable Shape typed, Schema schema) {
        return new Fields(Map.copyOf(declared), others, typed, schema.atomicMap());
    }

    private @Nullable JsonNode zero(Schema property) {
        return zeros ? property.defaultValue().filter(Shapes::isZero).orElse(null) : null;
    }

    private static boolean isZero(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.isEmpty();
            case STRING -> value.textValue().isEmpty();
            case NUMBER -> value.asDouble() == 0;
            case BOOLEAN -> !value.booleanValue();
            default -> false;
        };
    }

    private Items list(Schema schema, boolean preserve) {
        var items = schema.items().map(item -> of(item, preserve)).orElse(null);
        var keys = keys(schema);
        return new Items(relation(schema), keys, defaults(schema, keys), items);
    }

    private static Relation relation(Schema schema) {
        return switch (schema.listType()) {
            case MAP -> Relation.MAP;
            case SET -> Relation.SET;
            case ATOMIC ->
                !mergedByStrategy(schema) ? Relation.ATOMIC : mergeKey(schema).isEmpty() ? Relation.SET : Relation.MAP;
        };
    }

    /** Older built-in types name only how they are patched. */
    private static boolean mergedByStrategy(Schema schema) {
        return !schema.source().has("x-kubernetes-list-type")
                && schema.source()
                        .path("x-kubernetes-patch-strategy")
                        .asText("")
                        .startsWith("merge");
    }

    private static String mergeKey(Schema schema) {
        return schema.source().path("x-kubernetes-patch-merge-key").asText("");
    }

    private static List<String> keys(Schema schema) {
        return schema.listType() == Schema.ListType.ATOMIC
                        && mergedByStrategy(schema)
                        && !mergeKey(schema).isEmpty()
                ? List.of(mergeKey(schema))
                : schema.listMapKeys();
    }

    private static List<@Nullable JsonNode> defaults(Schema schema, List<String> keys) {
        List<@Nullable JsonNode> defaults = new ArrayList<>();
        for (var key : keys) {
            defaults.add(schema.items()
                    .map(item -> item.properties().get(key))
                    .flatMap(Schema::defaultValue)
                    .orElse(null));
        }
        return Collections.unmodifiableList(defaults);
    }
}
