package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Message;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.Verb;
import java.util.Optional;

/**
 * A kind's own schema and its list's, as they are published: the stored schema with the common fields described and with
 * those constraints written out that the extensions imply (apiextensions-apiserver, controller/openapi/builder).
 */
final class KindSchema {

    private static final String GROUP_VERSION_KIND = "x-kubernetes-group-version-kind";
    private static final String METADATA = "Name, namespace, labels and what else every object says of itself.";

    private KindSchema() {}

    /** Adds the kind's schema, and the list's when it can be listed. */
    static void add(ServedKind kind, Components components) {
        var message =
                kind.builtIn() ? Messages.builtIn().kind(kind.apiVersion(), kind.kind()) : Optional.<Message>empty();
        message.ifPresentOrElse(
                new MessageSchemas(components)::add,
                () -> components.put(SchemaNames.of(kind), object(kind, components)));
        if (kind.verbs().contains(Verb.LIST)) {
            components.put(SchemaNames.list(kind), list(kind, components));
        }
    }

    private static ObjectNode object(ServedKind kind, Components components) {
        var schema = published(kind.schema().source(), components);
        if (!schema.has("type")) {
            schema.put("type", "object");
        }
        describeCommonFields(schema, components);
        addName(schema, kind.groupVersion(), kind.kind());
        addSelectable(schema, kind);
        return schema;
    }

    private static void addSelectable(ObjectNode schema, ServedKind kind) {
        if (!kind.builtIn() && !kind.selectable().isEmpty()) {
            var fields = schema.putArray("x-kubernetes-selectable-fields");
            kind.selectable().forEach(path -> fields.addObject().put("fieldPath", path));
        }
    }

    private static ObjectNode list(ServedKind kind, Components components) {
        var schema = Json.object()
                .put("description", "%s is a list of %s".formatted(kind.listKind(), kind.kind()))
                .put("type", "object");
        schema.putArray("required").add("items");
        var properties = schema.putObject("properties");
        properties.set("apiVersion", apiVersion());
        properties
                .putObject("items")
                .put("description", "The %s.".formatted(kind.plural()))
                .put("type", "array")
                .set("items", item(kind));
        properties.set("kind", kind());
        properties.set(
                "metadata", components.meta("ListMeta", "State of the list and where it continues.", kind.builtIn()));
        addName(schema, kind.groupVersion(), kind.listKind());
        addSelectable(schema, kind);
        return schema;
    }

    private static ObjectNode item(ServedKind kind) {
        var reference = Components.reference(SchemaNames.of(kind));
        if (!kind.builtIn()) {
            return reference;
        }
        var item = Json.object();
        item.putObject("default");
        item.putArray("allOf").add(reference);
        return item;
    }

    static void addName(ObjectNode schema, GroupVersion groupVersion, String kind) {
        schema.putArray(GROUP_VERSION_KIND)
                .addObject()
                .put("group", groupVersion.group())
                .put("kind", kind)
                .put("version", groupVersion.version());
    }

    private static void describeCommonFields(ObjectNode schema, Components components) {
        var properties = schema.get("properties") instanceof ObjectNode known ? known : schema.putObject("properties");
        properties.set("apiVersion", apiVersion());
        properties.set("kind", kind());
        properties.set("metadata", components.meta("ObjectMeta", METADATA, false));
    }

    static ObjectNode apiVersion() {
        return text("Group and version of the schema of this object.");
    }

    static ObjectNode kind() {
        return text("Kind of this object, in CamelCase; cannot be changed.");
    }

    private static ObjectNode text(String description) {
        return Json.object().put("description", description).put("type", "string");
    }

    private static ObjectNode published(JsonNode source, Components components) {
        var schema = Json.object();
        source.properties()
                .forEach(entry ->
                        schema.set(entry.getKey(), publishedPart(entry.getKey(), entry.getValue(), components)));
        if (source.path("x-kubernetes-int-or-string").asBoolean() && !source.has("anyOf") && !source.has("allOf")) {
            schema.remove("type");
            var types = schema.putArray("anyOf");
            types.addObject().put("type", "integer");
            types.addObject().put("type", "string");
        }
        if (source.path("x-kubernetes-embedded-resource").asBoolean()) {
            describeCommonFields(schema, components);
            require(schema);
        }
        return schema;
    }

    private static void require(ObjectNode schema) {
        var required = schema.get("required") instanceof ArrayNode known ? known : schema.putArray("required");
        for (var name : new String[] {"kind", "apiVersion"}) {
            if (required.valueStream().noneMatch(one -> one.asText().equals(name))) {
                required.add(name);
            }
        }
    }

    /** Schemas inside a schema are published too; everything else stays as written. */
    private static JsonNode publishedPart(String keyword, JsonNode value, Components components) {
        return switch (keyword) {
            case "properties" -> {
                var properties = Json.object();
                value.properties()
                        .forEach(entry -> properties.set(entry.getKey(), published(entry.getValue(), components)));
                yield properties;
            }
            case "items", "additionalProperties", "not" -> value.isObject() ? published(value, components) : value;
            default -> value.isContainerNode() ? value.deepCopy() : value;
        };
    }
}
