package dev.allmende.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.List;

/** Objects reduced to their metadata (meta/v1 PartialObjectMetadata and its list). */
public final class PartialMetadata {

    private static final String META = "meta.k8s.io/";

    private PartialMetadata() {}

    /** @param version of meta.k8s.io: {@code v1} or {@code v1beta1} */
    public static ObjectNode of(JsonNode object, String version) {
        var json = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", META + version);
        json.set("metadata", object.path("metadata").isObject() ? object.get("metadata") : Json.object());
        return json;
    }

    /** @param metadata of the list, as in the list itself */
    public static ObjectNode list(List<? extends JsonNode> objects, ObjectNode metadata, String version) {
        var json = Json.object().put("kind", "PartialObjectMetadataList").put("apiVersion", META + version);
        json.set("metadata", metadata);
        var items = json.putArray("items");
        objects.forEach(object -> items.add(of(object, version)));
        return json;
    }
}
