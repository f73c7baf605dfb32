package dev.allmende.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Installs the definitions of kinds and waits until they are served. */
public final class Definitions {

    private static final int PATIENCE_SECONDS = 60;

    private Definitions() {}

    /** Returns when all are served. */
    public static void install(KubernetesClient kubernetes, List<ObjectNode> definitions) {
        var wanted = definitions.stream()
                .map(definition -> kubernetes
                        .getKubernetesSerialization()
                        .unmarshal(definition.toString(), CustomResourceDefinition.class))
                .toList();
        wanted.forEach(definition -> Apply.to(kubernetes, definition));
        wanted.forEach(definition -> kubernetes
                .resource(definition)
                .waitUntilCondition(Definitions::isEstablished, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    // fabric8 gives null for an object that is not there, and for a status that is not set; a kube-apiserver answers
    // with
    // conditions that are null at first.
    @SuppressWarnings("RedundantNullCheck")
    private static boolean isEstablished(CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }
}
