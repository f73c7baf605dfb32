package dev.allmende.server.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Collectors;

/** An object as somebody would write it: without what servers and controllers add. Pure. */
public final class Plain {

    private static final List<String> SERVERS = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink",
            "finalizers",
            "ownerReferences");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Plain() {}

    /** One document for each. */
    public static String yaml(KubernetesClient kubernetes, List<? extends HasMetadata> objects) {
        var serialization = kubernetes.getKubernetesSerialization();
        return objects.stream()
                .map(object -> serialization.asYaml(of(serialization.convertValue(object, ObjectNode.class))))
                .collect(Collectors.joining());
    }

    static ObjectNode of(ObjectNode stored) {
        var plain = stored.deepCopy();
        plain.remove("status");
        if (plain.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVERS);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
                dropEmpty(metadata, "annotations", annotations);
            }
            dropEmpty(metadata, "labels", metadata.path("labels"));
        }
        return plain;
    }

    private static void dropEmpty(ObjectNode from, String field, JsonNode value) {
        if (value.isEmpty()) {
            from.remove(field);
        }
    }
}
