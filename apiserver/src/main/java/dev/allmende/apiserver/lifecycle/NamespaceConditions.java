package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import java.util.List;
import java.util.stream.Collectors;

/** What a namespace that is being deleted tells of what is left in it (Kubernetes core/v1 NamespaceConditionType). */
final class NamespaceConditions {

    private NamespaceConditions() {}

    /** As a patch of its status. */
    static ObjectNode of(List<GroupResource> left) {
        var patch = Json.object();
        var condition = patch.putObject("status").putArray("conditions").addObject();
        condition.put("type", "NamespaceContentRemaining");
        var names = left.stream().map(GroupResource::toString).sorted().collect(Collectors.joining(", "));
        condition.put("status", "True").put("reason", "SomeResourcesRemain");
        condition.put("message", "Some resources are remaining, held by their finalizers: " + names);
        return patch;
    }
}
