package dev.allmende.apiserver.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a namespace that is being deleted tells of what is left in it, in the types, reasons and messages that its clients
 * know (Kubernetes core/v1 NamespaceConditionType).
 */
final class NamespaceConditions {

    private NamespaceConditions() {}

    /**
     * As a patch of its status.
     *
     * @param resources how many objects are left of each, in order, by {@code plural.group}
     * @param finalizers how many objects each holds, in order
     */
    static ObjectNode of(
            JsonNode namespace, Map<String, Integer> resources, Map<String, Integer> finalizers, Instant now) {
        var patch = Json.object();
        var conditions = patch.putObject("status").putArray("conditions");
        var before = namespace.path("status").path("conditions");
        var at = now.truncatedTo(ChronoUnit.SECONDS).toString();
        add(
                conditions,
                before,
                at,
                "NamespaceDeletionDiscoveryFailure",
                false,
                "ResourcesDiscovered",
                "All resources successfully discovered");
        add(
                conditions,
                before,
                at,
                "NamespaceDeletionGroupVersionParsingFailure",
                false,
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed");
        add(
                conditions,
                before,
                at,
                "NamespaceDeletionContentFailure",
                false,
                "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization");
        add(
                conditions,
                before,
                at,
                "NamespaceContentRemaining",
                true,
                "SomeResourcesRemain",
                "Some resources are remaining: " + counted(resources, "%s has %d resource instances"));
        if (finalizers.isEmpty()) {
            add(
                    conditions,
                    before,
                    at,
                    "NamespaceFinalizersRemaining",
                    false,
                    "ContentHasNoFinalizers",
                    "All content-preserving finalizers finished");
        } else {
            add(
                    conditions,
                    before,
                    at,
                    "NamespaceFinalizersRemaining",
                    true,
                    "SomeFinalizersRemain",
                    "Some content in the namespace has finalizers remaining: "
                            + counted(finalizers, "%s in %d resource instances"));
        }
        return patch;
    }

    private static String counted(Map<String, Integer> counts, String format) {
        return counts.entrySet().stream()
                .map(entry -> format.formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void add(
            ArrayNode conditions,
            JsonNode before,
            String now,
            String type,
            boolean holds,
            String reason,
            String message) {
        var status = holds ? "True" : "False";
        var since = now;
        for (var old : before) {
            if (old.path("type").asText("").equals(type)
                    && old.path("status").asText("").equals(status)) {
                since = old.path("lastTransitionTime").asText(now);
            }
        }
        conditions
                .addObject()
                .put("type", type)
                .put("status", status)
                .put("lastTransitionTime", since)
                .put("reason", reason)
                .put("message", message);
    }
}
