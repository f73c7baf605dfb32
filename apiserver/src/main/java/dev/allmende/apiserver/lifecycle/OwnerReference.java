package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.resource.GroupVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Who an object belongs to (Kubernetes meta/v1 OwnerReference).
 *
 * @param blocks whether the owner, when deleted in the foreground, waits for the object
 */
record OwnerReference(GroupVersion version, String kind, String name, String uid, boolean blocks) {

    static List<OwnerReference> of(JsonNode object) {
        List<OwnerReference> owners = new ArrayList<>();
        for (var node : object.path("metadata").path("ownerReferences")) {
            owners.add(new OwnerReference(
                    GroupVersion.parse(node.path("apiVersion").asText("")),
                    node.path("kind").asText(""),
                    node.path("name").asText(""),
                    node.path("uid").asText(""),
                    node.path("blockOwnerDeletion").asBoolean(false)));
        }
        return owners;
    }
}
