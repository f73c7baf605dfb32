package dev.allmende.apiserver.discovery;

import dev.allmende.apiserver.builtin.BuiltInKinds;
import dev.allmende.apiserver.builtin.BuiltInSubresource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.resource.Verb;
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
            BuiltInKinds.subresources().stream()
                    .filter(one -> one.parent().equals(kind.groupResource()))
                    .map(Subresource::of)
                    .forEach(found::add);
            found.sort(Comparator.comparing(Subresource::name));
        }
        return found;
    }

    private static Subresource of(BuiltInSubresource builtIn) {
        var verbs = builtIn.verbs().stream().sorted().map(Verb::word).toList();
        return new Subresource(builtIn.name(), builtIn.groupVersion(), builtIn.kind(), verbs);
    }

    /** Whether its kind is of another group or version than the object's. */
    boolean foreignTo(ServedKind kind) {
        return !groupVersion.equals(kind.groupVersion());
    }
}
