package dev.allmende.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Parameters of operations. The words are in a resource file. */
final class Parameters {

    static final List<String> LIST = List.of(
            "allowWatchBookmarks",
            "continue",
            "fieldSelector",
            "labelSelector",
            "limit",
            "resourceVersion",
            "resourceVersionMatch",
            "sendInitialEvents",
            "timeoutSeconds",
            "watch");
    static final List<String> READ = List.of("resourceVersion");
    static final List<String> WRITE = List.of("dryRun", "fieldManager", "fieldValidation");
    static final List<String> PATCH = List.of("dryRun", "fieldManager", "fieldValidation", "force");
    static final List<String> DELETE = List.of(
            "dryRun",
            "gracePeriodSeconds",
            "ignoreStoreReadErrorWithClusterBreakingPotential",
            "orphanDependents",
            "propagationPolicy");
    static final List<String> DELETE_COLLECTION = List.of(
            "continue",
            "dryRun",
            "fieldSelector",
            "gracePeriodSeconds",
            "ignoreStoreReadErrorWithClusterBreakingPotential",
            "labelSelector",
            "limit",
            "orphanDependents",
            "propagationPolicy",
            "resourceVersion",
            "resourceVersionMatch",
            "sendInitialEvents",
            "timeoutSeconds");

    private static final JsonNode QUERY = Components.read("query-parameters.json");

    private Parameters() {}

    static void addQuery(ArrayNode parameters, List<String> names) {
        for (var name : names) {
            var known = QUERY.path(name);
            add(
                    parameters,
                    name,
                    "query",
                    known.path("description").asText(),
                    known.path("type").asText());
        }
    }

    static void addPath(ArrayNode parameters, String name, String description) {
        add(parameters, name, "path", description, "string").put("required", true);
    }

    private static ObjectNode add(ArrayNode parameters, String name, String in, String description, String type) {
        var parameter = parameters.addObject().put("name", name).put("in", in).put("description", description);
        parameter.putObject("schema").put("type", type).put("uniqueItems", true);
        return parameter;
    }
}
