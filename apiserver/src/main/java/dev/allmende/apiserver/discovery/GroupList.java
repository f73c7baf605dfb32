package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import java.util.List;

/** The plain documents above the versions: meta/v1 APIVersions, APIGroupList and APIGroup. */
final class GroupList {

    private GroupList() {}

    /** {@code /api}. */
    static ObjectNode core(ServedGroup core, String serverAddress) {
        var json = Json.object().put("kind", "APIVersions");
        ResourceList.addAll(
                json.putArray("versions"),
                core.versions().stream().map(version -> version.groupVersion().version()));
        json.putArray("serverAddressByClientCIDRs")
                .addObject()
                .put("clientCIDR", "0.0.0.0/0")
                .put("serverAddress", serverAddress);
        return json;
    }

    /** {@code /apis}. */
    static ObjectNode named(List<ServedGroup> groups) {
        var json = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        var array = json.putArray("groups");
        groups.forEach(group -> writeGroup(group, array.addObject()));
        return json;
    }

    /** {@code /apis/GROUP}. */
    static ObjectNode one(ServedGroup group) {
        var json = Json.object().put("kind", "APIGroup").put("apiVersion", "v1");
        writeGroup(group, json);
        return json;
    }

    private static void writeGroup(ServedGroup group, ObjectNode json) {
        json.put("name", group.name());
        var versions = json.putArray("versions");
        group.versions().forEach(version -> writeVersion(version.groupVersion(), versions.addObject()));
        writeVersion(group.versions().getFirst().groupVersion(), json.putObject("preferredVersion"));
    }

    private static void writeVersion(GroupVersion version, ObjectNode json) {
        json.put("groupVersion", version.toString()).put("version", version.version());
    }
}
