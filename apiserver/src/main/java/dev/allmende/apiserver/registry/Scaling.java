package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.ServedKind.ScaleSubresource;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;

/** The scale subresource: an autoscaling/v1 Scale as a view of two or three fields of an object. */
final class Scaling {

    private static final String GROUP = "autoscaling";

    private Scaling() {}

    static ObjectNode view(ScaleSubresource paths, JsonNode object) {
        var scale = Json.object().put("kind", "Scale").put("apiVersion", GROUP + "/v1");
        var metadata = scale.putObject("metadata");
        for (var field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            var value = object.path("metadata").get(field);
            if (value != null) {
                metadata.set(field, value);
            }
        }
        var spec = scale.putObject("spec");
        var wanted = at(object, paths.specReplicasPath());
        if (wanted.isMissingNode() || wanted.isNull()) {
            throw new StatusException(new Status(
                    500,
                    Reason.INTERNAL_ERROR,
                    "Internal error occurred: the spec replicas field %s does not exist"
                            .formatted(paths.specReplicasPath()),
                    Status.Details.NONE));
        }
        spec.put("replicas", wanted.asInt());
        var status = scale.putObject("status");
        status.put("replicas", at(object, paths.statusReplicasPath()).asInt(0));
        var selector = at(object, paths.labelSelectorPath()).asText("");
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }

    /** The object with the replicas of a changed scale, and its resourceVersion as a condition. */
    static ObjectNode scaled(ScaleSubresource paths, ObjectNode object, ObjectNode scale) {
        checkKind(scale);
        var replicas = Json.at(scale, "spec", "replicas");
        if (!replicas.isMissingNode() && !replicas.canConvertToInt()) {
            throw StatusException.badRequest("spec.replicas: must be a whole number");
        }
        int wanted = replicas.asInt(0);
        var fields = paths.specReplicasPath().substring(1).split("\\.", -1);
        var at = object;
        for (int i = 0; i < fields.length - 1; i++) {
            at = at.get(fields[i]) instanceof ObjectNode below ? below : at.putObject(fields[i]);
        }
        at.put(fields[fields.length - 1], wanted);
        var version = Meta.text(scale, "resourceVersion");
        if (!version.isEmpty()) {
            Meta.of(object).put("resourceVersion", version);
        }
        return object;
    }

    private static void checkKind(ObjectNode scale) {
        var version = scale.path("apiVersion").asText(GROUP + "/v1");
        var kind = scale.path("kind").asText("Scale");
        if (!version.equals(GROUP + "/v1") || !kind.equals("Scale")) {
            throw StatusException.badRequest(
                    "a scale must be of %s, Kind=Scale, not of %s, Kind=%s".formatted(GROUP + "/v1", version, kind));
        }
    }

    private static JsonNode at(JsonNode object, String path) {
        return path.isEmpty()
                ? object.path("")
                : Json.at(object, path.substring(1).split("\\.", -1));
    }
}
