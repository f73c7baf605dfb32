package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule of a role (rbac.authorization.k8s.io/v1 PolicyRule). Rules only ever give rights.
 *
 * @param resources {@code configmaps}, {@code configmaps/status}, {@code *}, or {@code *}{@code /status}
 * @param resourceNames empty for all names
 * @param nonResourceUrls paths, possibly with a {@code *} at their end
 */
public record PolicyRule(
        List<String> verbs,
        List<String> apiGroups,
        List<String> resources,
        List<String> resourceNames,
        List<String> nonResourceUrls) {

    static final String ALL = "*";

    public PolicyRule {
        verbs = List.copyOf(verbs);
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
        resourceNames = List.copyOf(resourceNames);
        nonResourceUrls = List.copyOf(nonResourceUrls);
    }

    /** Reads a rule as it stands in a role; absent fields are empty lists. */
    public static PolicyRule of(JsonNode rule) {
        return new PolicyRule(
                texts(rule.path("verbs")),
                texts(rule.path("apiGroups")),
                texts(rule.path("resources")),
                texts(rule.path("resourceNames")),
                texts(rule.path("nonResourceURLs")));
    }

    /** The rules of a Role or ClusterRole. */
    public static List<PolicyRule> allOf(JsonNode role) {
        var rules = new ArrayList<PolicyRule>();
        role.path("rules").forEach(rule -> rules.add(of(rule)));
        return List.copyOf(rules);
    }

    public static PolicyRule onResources(List<String> verbs, List<String> groups, List<String> resources) {
        return new PolicyRule(verbs, groups, resources, List.of(), List.of());
    }

    public static PolicyRule onPaths(List<String> verbs, List<String> paths) {
        return new PolicyRule(verbs, List.of(), List.of(), List.of(), paths);
    }

    /** Whether this rule alone allows it. */
    public boolean allows(Attributes asked) {
        return switch (asked) {
            case Attributes.OfResource resource ->
                covers(resource.verb(), resource.group(), resource.resource(), resource.subresource())
                        && coversName(resource.name());
            case Attributes.OfPath path -> covers(verbs, path.verb()) && coversPath(path.path());
        };
    }

    /** Everything but the name. */
    boolean covers(String verb, String group, String resource, String subresource) {
        return covers(verbs, verb) && covers(apiGroups, group) && coversResource(resource, subresource);
    }

    boolean coversName(String name) {
        return resourceNames.isEmpty() || resourceNames.contains(name);
    }

    private boolean coversResource(String resource, String subresource) {
        for (var mine : resources) {
            if (mine.equals(ALL)) {
                return true;
            }
            if (subresource.isEmpty() ? mine.equals(resource) : isSubresource(mine, resource, subresource)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubresource(String mine, String resource, String subresource) {
        int slash = mine.length() - subresource.length() - 1;
        if (slash < 1 || mine.charAt(slash) != '/' || !mine.endsWith(subresource)) {
            return false;
        }
        boolean anyResource = slash == 1 && mine.charAt(0) == '*';
        return anyResource || (slash == resource.length() && mine.startsWith(resource));
    }

    boolean coversPath(String path) {
        return nonResourceUrls.stream().anyMatch(mine -> pathCovers(mine, path));
    }

    static boolean pathCovers(String mine, String path) {
        if (mine.equals(path) || mine.equals(ALL)) {
            return true;
        }
        int end = mine.length();
        while (end > 0 && mine.charAt(end - 1) == '*') {
            end--;
        }
        return end < mine.length() && path.regionMatches(0, mine, 0, end);
    }

    private static boolean covers(List<String> mine, String wanted) {
        for (var one : mine) {
            if (one.equals(ALL) || one.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** As it stands in a role; empty lists are left out. */
    public ObjectNode toJson() {
        var json = Json.object();
        put(json, "verbs", verbs);
        put(json, "apiGroups", apiGroups);
        put(json, "resources", resources);
        put(json, "resourceNames", resourceNames);
        put(json, "nonResourceURLs", nonResourceUrls);
        return json;
    }

    /** As in messages about rights not held: {@code {APIGroups:["apps"], Resources:["deployments"], Verbs:["get"]}}. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        describe(parts, "APIGroups", apiGroups);
        describe(parts, "Resources", resources);
        describe(parts, "NonResourceURLs", nonResourceUrls);
        describe(parts, "ResourceNames", resourceNames);
        describe(parts, "Verbs", verbs);
        return parts.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static void describe(List<String> parts, String name, List<String> values) {
        if (!values.isEmpty()) {
            parts.add(name + ":" + Quoted.list(values));
        }
    }

    private static void put(ObjectNode json, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(json.putArray(field)::add);
        }
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>(array.size());
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
