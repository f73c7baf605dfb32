package dev.allmende.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A structural schema (apiextensions v1 JSONSchemaProps, structural), the parts that shape a tree. Value checks and rules
 * are read from {@link #source()} by the validator when it is compiled.
 *
 * @param additional schema of values under names that {@code properties} does not list
 * @param listMapKeys with {@link ListType#MAP}
 * @param defaultValue as {@code default}
 * @param source the schema as it was written, as JSON
 */
public record Schema(
        Type type,
        Map<String, Schema> properties,
        Optional<Schema> additional,
        Optional<Schema> items,
        ListType listType,
        List<String> listMapKeys,
        boolean atomicMap,
        boolean preserveUnknownFields,
        boolean embeddedResource,
        boolean intOrString,
        boolean nullable,
        Optional<JsonNode> defaultValue,
        JsonNode source) {

    /** {@link #ANY} where the schema names no type. */
    public enum Type {
        OBJECT,
        ARRAY,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        ANY
    }

    /** {@code x-kubernetes-list-type}. */
    public enum ListType {
        ATOMIC,
        SET,
        MAP
    }

    public Schema {
        properties = Map.copyOf(properties);
        listMapKeys = List.copyOf(listMapKeys);
    }

    /** Reads a schema; checks nothing, see {@code StructuralCheck} for that. */
    public static Schema parse(JsonNode source) {
        return SchemaReader.read(source);
    }

    /** The schema below a field: its property, else the one for additional names. */
    public Optional<Schema> field(String name) {
        var property = properties.get(name);
        return property != null ? Optional.of(property) : additional;
    }
}
