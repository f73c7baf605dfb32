package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * ClusterRoles whose rules are gathered from others by label (Kubernetes controller/clusterroleaggregation). Rules come in
 * the order of the selectors, then of the roles' names, each once.
 */
public final class AggregatedRoles {

    private AggregatedRoles() {}

    /** Whether the role's rules are gathered, so that what stands in it is overwritten. */
    public static boolean aggregates(JsonNode role) {
        return role.path("aggregationRule").isObject();
    }

    /**
     * The role as it should be stored, or empty when it is so already or gathers nothing.
     *
     * @param all every ClusterRole, this one may be among them. Aggregated roles among them count with the rules they have
     *     now: call again after a change until nothing changes
     */
    public static Optional<ObjectNode> updated(ObjectNode role, Collection<ObjectNode> all) {
        if (!aggregates(role)) {
            return Optional.empty();
        }
        var rules = rules(role, all);
        if (rules.equals(PolicyRule.allOf(role))) {
            return Optional.empty();
        }
        var updated = role.deepCopy();
        var array = updated.putArray("rules");
        rules.forEach(rule -> array.add(rule.toJson()));
        return Optional.of(updated);
    }

    static List<PolicyRule> rules(JsonNode role, Collection<ObjectNode> all) {
        var self = Json.string(role, "metadata", "name");
        var others = all.stream()
                .filter(other -> !Json.string(other, "metadata", "name").equals(self))
                .sorted(Comparator.comparing(other -> Json.string(other, "metadata", "name")))
                .toList();
        var rules = new LinkedHashSet<PolicyRule>();
        for (var selector : Json.at(role, "aggregationRule", "clusterRoleSelectors")) {
            for (var other : others) {
                if (selects(selector, Json.at(other, "metadata", "labels"))) {
                    rules.addAll(PolicyRule.allOf(other));
                }
            }
        }
        return List.copyOf(rules);
    }

    /** A meta/v1 LabelSelector on labels; an empty selector takes everything, one that is not understood nothing. */
    private static boolean selects(JsonNode selector, JsonNode labels) {
        for (var wanted : selector.path("matchLabels").properties()) {
            if (!labels.path(wanted.getKey()).equals(wanted.getValue())) {
                return false;
            }
        }
        for (var expression : selector.path("matchExpressions")) {
            if (!holds(expression, labels.path(expression.path("key").asText()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonNode expression, JsonNode label) {
        return switch (expression.path("operator").asText()) {
            case "Exists" -> !label.isMissingNode();
            case "DoesNotExist" -> label.isMissingNode();
            case "In" -> !label.isMissingNode() && contains(expression.path("values"), label);
            case "NotIn" -> label.isMissingNode() || !contains(expression.path("values"), label);
            default -> false;
        };
    }

    private static boolean contains(JsonNode values, JsonNode label) {
        for (var value : values) {
            if (value.equals(label)) {
                return true;
            }
        }
        return false;
    }
}
