package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The schemas of one document, by name. Shared ones are taken from a resource file as soon as they are named. */
final class Components {

    static final String PREFIX = "#/components/schemas/";

    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /** A reference to a schema of the resource file, which is in the document from now on. */
    ObjectNode shared(String name) {
        if (!schemas.containsKey(name) && SharedSchemas.ALL.get(name) instanceof ObjectNode schema) {
            schemas.put(name, schema.deepCopy());
            schema.findValuesAsText("$ref").forEach(ref -> shared(ref.substring(PREFIX.length())));
        }
        return reference(name);
    }

    /** A reference to a schema of meta/v1, which is in the document from now on. */
    ObjectNode meta(String kind) {
        var name = SchemaNames.META + kind;
        if (SharedSchemas.ALL.has(name)) {
            return shared(name);
        }
        new MessageSchemas(this).add(Messages.builtIn().named("meta." + kind));
        return reference(name);
    }

    /** A reference with words of its own: siblings of {@code $ref} are ignored in version 3, hence {@code allOf}. Kubernetes gives its own kinds defaults. */
    ObjectNode meta(String kind, String description, boolean builtIn) {
        var wrapped = Json.object().put("description", description);
        if (builtIn) {
            wrapped.putObject("default");
        }
        wrapped.putArray("allOf").add(meta(kind));
        return wrapped;
    }

    Optional<ObjectNode> known(String name) {
        return Optional.ofNullable(schemas.get(name));
    }

    void put(String name, ObjectNode schema) {
        schemas.put(name, schema);
    }

    static ObjectNode reference(String name) {
        return Json.object().put("$ref", PREFIX + name);
    }

    ObjectNode toJson() {
        var json = Json.object();
        schemas.forEach(json::set);
        return json;
    }

    static JsonNode read(String file) {
        try (var stream = Components.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return Json.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SharedSchemas {
        private static final JsonNode ALL = read("shared-schemas.json");
    }
}
