package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/**
 * The schema of {@code metadata} (Kubernetes meta/v1 ObjectMeta), which custom resource definitions leave out. Field
 * tracking knows it by itself; {@link #in} is for others who look into whole objects, such as strategic merge patches.
 */
public final class ObjectMetaSchema {

    public static final Schema SCHEMA = Schema.parse(Json.parse("""
            {"type": "object", "properties": {
              "name": {"type": "string"},
              "generateName": {"type": "string"},
              "namespace": {"type": "string"},
              "selfLink": {"type": "string"},
              "uid": {"type": "string"},
              "resourceVersion": {"type": "string"},
              "generation": {"type": "integer", "format": "int64"},
              "creationTimestamp": {"type": "string", "format": "date-time"},
              "deletionTimestamp": {"type": "string", "format": "date-time"},
              "deletionGracePeriodSeconds": {"type": "integer", "format": "int64"},
              "labels": {"type": "object", "additionalProperties": {"type": "string"}},
              "annotations": {"type": "object", "additionalProperties": {"type": "string"}},
              "finalizers": {"type": "array", "items": {"type": "string"},
                "x-kubernetes-list-type": "set", "x-kubernetes-patch-strategy": "merge"},
              "ownerReferences": {"type": "array",
                "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["uid"],
                "x-kubernetes-patch-strategy": "merge", "x-kubernetes-patch-merge-key": "uid",
                "items": {"type": "object", "x-kubernetes-map-type": "atomic",
                  "required": ["apiVersion", "kind", "name", "uid"],
                  "properties": {
                    "apiVersion": {"type": "string"},
                    "kind": {"type": "string"},
                    "name": {"type": "string"},
                    "uid": {"type": "string"},
                    "controller": {"type": "boolean"},
                    "blockOwnerDeletion": {"type": "boolean"}}}},
              "managedFields": {"type": "array", "x-kubernetes-list-type": "atomic",
                "items": {"type": "object", "properties": {
                  "manager": {"type": "string"},
                  "operation": {"type": "string"},
                  "apiVersion": {"type": "string"},
                  "time": {"type": "string", "format": "date-time"},
                  "fieldsType": {"type": "string"},
                  "fieldsV1": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                  "subresource": {"type": "string"}}}}}}
            """));

    private ObjectMetaSchema() {}

    /** The schema of a whole object with apiVersion, kind and metadata in full, whatever it said about them. */
    public static Schema in(Schema schema) {
        var text = Schema.parse(Json.parse("{\"type\": \"string\"}"));
        var properties = new HashMap<>(schema.properties());
        properties.put("apiVersion", text);
        properties.put("kind", text);
        properties.put("metadata", SCHEMA);
        ObjectNode source = schema.source() instanceof ObjectNode object ? object.deepCopy() : Json.object();
        source.withObjectProperty("properties")
                .setAll(Map.of("apiVersion", text.source(), "kind", text.source(), "metadata", SCHEMA.source()));
        return new Schema(
                schema.type(),
                properties,
                schema.additional(),
                schema.items(),
                schema.listType(),
                schema.listMapKeys(),
                schema.atomicMap(),
                schema.preserveUnknownFields(),
                schema.embeddedResource(),
                schema.intOrString(),
                schema.nullable(),
                schema.defaultValue(),
                source);
    }
}
