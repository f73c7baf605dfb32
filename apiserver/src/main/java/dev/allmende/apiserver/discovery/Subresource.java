package dev.allmende.apiserver.discovery;

import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is served below an object.
 *
 * @param groupVersion of the kind that is read and written there, which may be another than the object's
 * @param verbs in the order in which they are published
 */
public record Subresource(String name, GroupVersion groupVersion, String kind, List<String> verbs) {

    private static final List<String> READ_AND_WRITTEN = List.of("get", "patch", "update");
    private static final GroupVersion AUTOSCALING = new GroupVersion("autoscaling", "v1");
    private static final GroupVersion AUTHENTICATION = new GroupVersion("authentication.k8s.io", "v1");

    /** All of a kind, in the order in which kube-apiserver publishes them. */
    public static List<Subresource> of(ServedKind kind) {
        List<Subresource> found = new ArrayList<>();
        if (kind.statusSubresource()) {
            found.add(new Subresource("status", kind.groupVersion(), kind.kind(), READ_AND_WRITTEN));
        }
        if (kind.scale().isPresent()) {
            found.add(new Subresource("scale", AUTOSCALING, "Scale", READ_AND_WRITTEN));
        }
        if (kind.builtIn()) {
            switch (kind.groupResource().toString()) {
                case "namespaces" ->
                    found.add(new Subresource("finalize", kind.groupVersion(), kind.kind(), List.of("update")));
                case "serviceaccounts" ->
                    found.add(new Subresource("token", AUTHENTICATION, "TokenRequest", List.of("create")));
                default -> {}
            }
            found.sort(Comparator.comparing(Subresource::name));
        }
        return found;
    }

    /** Whether its kind is of another group or version than the object's. */
    boolean foreignTo(ServedKind kind) {
        return !groupVersion.equals(kind.groupVersion());
    }
}
