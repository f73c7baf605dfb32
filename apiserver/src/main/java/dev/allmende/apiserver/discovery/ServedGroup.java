package dev.allmende.apiserver.discovery;

import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A group as it is served.
 *
 * @param name empty for the core group
 * @param versions best first, each with its kinds by plural name
 */
public record ServedGroup(String name, List<ServedVersion> versions) {

    /** One version of a group with its kinds by plural name. */
    public record ServedVersion(GroupVersion groupVersion, List<ServedKind> kinds) {}

    /** Groups of Kubernetes come first and in this order (kube-aggregator's priorities), others behind by name. */
    private static final List<String> ORDER = List.of(
            "",
            "apiregistration.k8s.io",
            "apps",
            "events.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "networking.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "storage.k8s.io",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "node.k8s.io",
            "discovery.k8s.io",
            "resource.k8s.io",
            "flowcontrol.apiserver.k8s.io");

    /** All groups, in the order in which they are published. */
    public static List<ServedGroup> of(Collection<ServedKind> kinds) {
        return kinds.stream()
                .collect(Collectors.groupingBy(kind -> kind.groupVersion().group()))
                .entrySet()
                .stream()
                .map(group -> new ServedGroup(group.getKey(), versions(group.getValue())))
                .sorted(Comparator.comparingInt(ServedGroup::rank).thenComparing(ServedGroup::name))
                .toList();
    }

    private static List<ServedVersion> versions(List<ServedKind> kinds) {
        Map<String, List<ServedKind>> byVersion = new TreeMap<>(VersionOrder.BEST_FIRST);
        byVersion.putAll(kinds.stream()
                .sorted(Comparator.comparing(ServedKind::plural))
                .collect(Collectors.groupingBy(kind -> kind.groupVersion().version())));
        return byVersion.values().stream()
                .map(served -> new ServedVersion(served.getFirst().groupVersion(), served))
                .toList();
    }

    private int rank() {
        int at = ORDER.indexOf(name);
        return at < 0 ? ORDER.size() : at;
    }
}
