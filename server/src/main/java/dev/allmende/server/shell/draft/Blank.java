package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.Api;
import dev.allmende.server.shell.resource.Kind;
import dev.allmende.server.shell.resource.References;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The form of a kind, not yet filled in: name and labels, then what the kind's schema asks for.
 *
 * @param help what the schema says of the kind
 */
public record Blank(Kind kind, String help, Shape.Fields shape) {

    private static final Set<String> NOT_ASKED = Set.of("apiVersion", "kind", "metadata", "status");
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    /**
     * Reads the schema as the API publishes it to the user.
     *
     * @throws Refusal 404 when it publishes none
     */
    public static Blank of(Api api, Kind kind, References references) {
        var document = api.get("/openapi/v3" + kind.root());
        var schemas = document.path("components").path("schemas");
        for (var schema : schemas) {
            if (isOf(schema, kind)) {
                return of(kind, schema, new SchemaReader(schemas, references));
            }
        }
        throw new Refusal(404, "no schema of %s is published".formatted(kind.id()));
    }

    /** Of an object what the form asks for. */
    public ObjectNode asked(ObjectNode object) {
        var asked = object.deepCopy();
        asked.retain(shape.properties().stream().map(Property::name).toList());
        if (asked.path("metadata") instanceof ObjectNode metadata) {
            metadata.retain("name", "labels");
        }
        return asked;
    }

    private static boolean isOf(JsonNode schema, Kind kind) {
        return schema.path("x-kubernetes-group-version-kind")
                .valueStream()
                .anyMatch(name -> Json.string(name, "kind").equals(kind.name())
                        && Json.string(name, "group").equals(kind.group())
                        && Json.string(name, "version").equals(kind.version()));
    }

    private static Blank of(Kind kind, JsonNode schema, SchemaReader reader) {
        List<Property> all = new ArrayList<>();
        all.add(metadata());
        reader.properties(schema, 0).stream()
                .filter(property -> !NOT_ASKED.contains(property.name()))
                .forEach(all::add);
        if (all.size() == 1) {
            all.add(new Property("spec", new Shape.Yaml(), "", false, "", false));
        }
        return new Blank(kind, Json.string(schema, "description"), new Shape.Fields(all));
    }

    private static Property metadata() {
        var name = new Property("name", new Shape.Text("", LONGEST_NAME, false), "", true, "", true);
        var labels =
                new Property("labels", new Shape.Pairs(new Shape.Text("", LONGEST_LABEL, false)), "", false, "", false);
        return new Property("metadata", new Shape.Fields(List.of(name, labels)), "", true, "", false);
    }
}
