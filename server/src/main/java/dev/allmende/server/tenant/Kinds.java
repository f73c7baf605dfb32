package dev.allmende.server.tenant;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/** Allmende's kinds that a server has, and the objects of them, seen with no more rights than its user's. */
record Kinds(KubernetesClient kubernetes) {

    private static final String GROUPS = ".allmende.dev";

    /** All that stand in namespaces. */
    Stream<Kind> all() {
        return kubernetes.getApiGroups().getGroups().stream()
                .filter(group -> group.getName().endsWith(GROUPS))
                .map(group -> group.getPreferredVersion().getGroupVersion())
                .sorted()
                .flatMap(version -> kubernetes.getApiResources(version).getResources().stream()
                        .filter(resource ->
                                resource.getNamespaced() && !resource.getName().contains("/"))
                        .map(APIResource::getKind)
                        .sorted()
                        .map(kind -> new Kind(version, kind)));
    }

    /** @param version with its group, such as {@code network.allmende.dev/v1alpha1} */
    record Kind(String version, String name) {}

    List<GenericKubernetesResource> objects(Kind kind, String namespace) {
        return kubernetes
                .genericKubernetesResources(kind.version(), kind.name())
                .inNamespace(namespace)
                .list()
                .getItems();
    }
}
