package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import java.util.List;

/** Everything in one document: apidiscovery.k8s.io APIGroupDiscoveryList, v2 and v2beta1, which differ in the name only. */
final class AggregatedDiscovery {

    private static final GroupVersion UNSAID = new GroupVersion("", "");

    private AggregatedDiscovery() {}

    static ObjectNode of(List<ServedGroup> groups, String version) {
        var list =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/" + version);
        list.putObject("metadata");
        var items = list.putArray("items");
        groups.forEach(group -> writeGroup(group, items.addObject()));
        return list;
    }

    private static void writeGroup(ServedGroup group, ObjectNode json) {
        var metadata = json.putObject("metadata");
        if (!group.name().isEmpty()) {
            metadata.put("name", group.name());
        }
        var versions = json.putArray("versions");
        for (var version : group.versions()) {
            var served =
                    versions.addObject().put("version", version.groupVersion().version());
            var resources = served.putArray("resources");
            version.kinds().forEach(kind -> writeKind(kind, resources.addObject()));
            served.put("freshness", "Current");
        }
    }

    private static void writeKind(ServedKind kind, ObjectNode json) {
        json.put("resource", kind.plural());
        writeResponse(kind.builtIn() ? UNSAID : kind.groupVersion(), kind.kind(), json);
        json.put("scope", kind.namespaced() ? "Namespaced" : "Cluster").put("singularResource", kind.singular());
        ResourceList.addAll(json.putArray("verbs"), ResourceList.verbs(kind));
        ResourceList.writeNames(kind, json);
        var subresources = Subresource.of(kind);
        if (!subresources.isEmpty()) {
            writeSubresources(subresources, kind, json.putArray("subresources"));
        }
    }

    private static void writeSubresources(List<Subresource> subresources, ServedKind kind, ArrayNode array) {
        for (var subresource : subresources) {
            var json = array.addObject().put("subresource", subresource.name());
            boolean said = !kind.builtIn() || subresource.foreignTo(kind);
            writeResponse(said ? subresource.groupVersion() : UNSAID, subresource.kind(), json);
            ResourceList.addAll(json.putArray("verbs"), subresource.verbs().stream());
        }
    }

    /** Group and version stay empty for built-in kinds, as kube-apiserver does it; clients take those of the list then. */
    private static void writeResponse(GroupVersion groupVersion, String kind, ObjectNode json) {
        json.putObject("responseKind")
                .put("group", groupVersion.group())
                .put("version", groupVersion.version())
                .put("kind", kind);
    }
}
