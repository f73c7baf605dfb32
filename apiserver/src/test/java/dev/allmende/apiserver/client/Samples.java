package dev.allmende.apiserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Objects to work with. */
public final class Samples {

    private Samples() {}

    public static ObjectNode json(String text) {
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ObjectNode named(String apiVersion, String kind, String name) {
        var object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name);
        return object;
    }

    public static ObjectNode map(String name) {
        return named("v1", "ConfigMap", name);
    }

    public static ObjectNode map(String name, String value) {
        var map = map(name);
        map.putObject("data").put("value", value);
        return map;
    }

    public static ObjectNode labelled(ObjectNode object, String label, String value) {
        object.withObject("/metadata/labels").put(label, value);
        return object;
    }

    public static ObjectNode held(ObjectNode object, String finalizer) {
        object.withObject("/metadata").withArray("finalizers").add(finalizer);
        return object;
    }

    /** One more owner. */
    public static ObjectNode owned(ObjectNode object, JsonNode owner, boolean blocks) {
        object.withObject("/metadata")
                .withArray("ownerReferences")
                .addObject()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", owner.at("/metadata/name").asText())
                .put("uid", owner.at("/metadata/uid").asText())
                .put("blockOwnerDeletion", blocks);
        return object;
    }

    /** Serves all versions and stores the last; objects may have any fields in spec and status. */
    public static ObjectNode definition(String group, String plural, String kind, String... versions) {
        var definition = named("apiextensions.k8s.io/v1", "CustomResourceDefinition", plural + "." + group);
        var spec = definition.putObject("spec").put("group", group).put("scope", "Namespaced");
        spec.putObject("names")
                .put("plural", plural)
                .put("singular", kind.toLowerCase(Locale.ROOT))
                .put("kind", kind)
                .put("listKind", kind + "List");
        for (int i = 0; i < versions.length; i++) {
            var version = spec.withArray("versions").addObject();
            version.put("name", versions[i]).put("served", true).put("storage", i == versions.length - 1);
            version.set("schema", json("""
                    {"openAPIV3Schema": {"type": "object", "properties": {
                      "spec": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                      "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}"""));
        }
        return definition;
    }

    /** The version in a definition's list. */
    public static ObjectNode version(ObjectNode definition, int index) {
        return (ObjectNode) definition.at("/spec/versions/" + index);
    }

    /** The schema of that version's spec. */
    public static ObjectNode spec(ObjectNode definition, int index) {
        return (ObjectNode) version(definition, index).at("/schema/openAPIV3Schema/properties/spec");
    }

    /** The status of a condition, empty when there is none. */
    public static String condition(JsonNode object, String type) {
        for (var condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("status").asText();
            }
        }
        return "";
    }
}
