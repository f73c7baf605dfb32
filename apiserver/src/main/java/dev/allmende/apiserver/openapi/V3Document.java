package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.ServedGroup.ServedVersion;
import dev.allmende.apiserver.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.0 document of one group and version. */
final class V3Document {

    private V3Document() {}

    /** @param apiVersion of Kubernetes that is spoken, such as {@code 1.35} */
    static ObjectNode of(ServedVersion served, String apiVersion) {
        var components = new Components();
        var paths = Json.object();
        for (var kind : served.kinds()) {
            KindSchema.add(kind, components);
            new Operations(kind, components, paths).write();
        }
        // a deletion may name the group and version that it is sent to
        components.known(SchemaNames.META + "DeleteOptions").ifPresent(options -> options.setAll(names(served)));
        var document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", apiVersion);
        document.set("paths", sorted(paths));
        var parts = document.putObject("components");
        parts.set("schemas", components.toJson());
        parts.putObject("securitySchemes")
                .putObject("BearerToken")
                .put("type", "apiKey")
                .put("description", "Bearer token")
                .put("name", "authorization")
                .put("in", "header");
        return document;
    }

    private static ObjectNode names(ServedVersion served) {
        var json = Json.object();
        ArrayNode names = json.putArray("x-kubernetes-group-version-kind");
        names.addObject().put("group", "").put("kind", "DeleteOptions").put("version", "v1");
        if (!served.groupVersion().group().isEmpty()) {
            names.addObject()
                    .put("group", served.groupVersion().group())
                    .put("kind", "DeleteOptions")
                    .put("version", served.groupVersion().version());
        }
        return json;
    }

    private static ObjectNode sorted(ObjectNode paths) {
        Map<String, ObjectNode> byPath = new TreeMap<>();
        paths.properties().forEach(entry -> byPath.put(entry.getKey(), (ObjectNode) entry.getValue()));
        var json = Json.object();
        byPath.forEach(json::set);
        return json;
    }
}
