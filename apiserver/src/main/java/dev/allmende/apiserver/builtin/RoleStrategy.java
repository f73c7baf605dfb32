package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles and ClusterRoles (kubernetes pkg/apis/rbac/validation). */
final class RoleStrategy implements Strategy {

    private final boolean namespaced;

    RoleStrategy(boolean namespaced) {
        this.namespaced = namespaced;
    }

    @Override
    public List<FieldError> validate(ObjectNode role, @Nullable ObjectNode old) {
        List<FieldError> errors = new ArrayList<>();
        var rules = role.path("rules");
        for (int i = 0; i < rules.size(); i++) {
            errors.addAll(rule(rules.get(i), "rules[%d]".formatted(i)));
        }
        if (role.get("aggregationRule") instanceof ObjectNode aggregation) {
            errors.addAll(aggregation(aggregation));
        }
        return errors;
    }

    private List<FieldError> rule(JsonNode rule, String path) {
        List<FieldError> errors = new ArrayList<>();
        if (rule.path("verbs").isEmpty()) {
            errors.add(FieldError.required(path + ".verbs", "verbs must contain at least one value"));
        }
        var urls = rule.path("nonResourceURLs");
        if (!urls.isEmpty()) {
            errors.addAll(urls(rule, urls, path + ".nonResourceURLs"));
            return errors;
        }
        if (rule.path("apiGroups").isEmpty()) {
            errors.add(FieldError.required(path + ".apiGroups", "resource rules must supply at least one api group"));
        }
        if (rule.path("resources").isEmpty()) {
            errors.add(FieldError.required(path + ".resources", "resource rules must supply at least one resource"));
        }
        return errors;
    }

    private List<FieldError> urls(JsonNode rule, JsonNode urls, String path) {
        List<FieldError> errors = new ArrayList<>();
        if (namespaced) {
            errors.add(Faults.invalid(path, urls, "namespaced rules cannot apply to non-resource URLs"));
        }
        if (!rule.path("apiGroups").isEmpty()
                || !rule.path("resources").isEmpty()
                || !rule.path("resourceNames").isEmpty()) {
            errors.add(
                    Faults.invalid(path, urls, "rules cannot apply to both regular resources and non-resource URLs"));
        }
        return errors;
    }

    private static List<FieldError> aggregation(ObjectNode aggregation) {
        var path = "aggregationRule.clusterRoleSelectors";
        var selectors = aggregation.path("clusterRoleSelectors");
        if (selectors.isEmpty()) {
            return List.of(FieldError.required(
                    path, "at least one clusterRoleSelector required if aggregationRule is non-nil"));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < selectors.size(); i++) {
            errors.addAll(selector(selectors.get(i), "%s[%d]".formatted(path, i)));
        }
        return errors;
    }

    private static List<FieldError> selector(JsonNode selector, String path) {
        var errors = new ArrayList<>(MetadataRules.labels(selector.path("matchLabels"), path + ".matchLabels"));
        var expressions = selector.path("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            errors.addAll(expression(expressions.get(i), "%s.matchExpressions[%d]".formatted(path, i)));
        }
        if (!errors.isEmpty()) {
            errors.add(FieldError.invalid(path, "null", "invalid label selector."));
        }
        return errors;
    }

    private static List<FieldError> expression(JsonNode expression, String path) {
        List<FieldError> errors = new ArrayList<>();
        boolean values = !expression.path("values").isEmpty();
        var operator = Json.string(expression, "operator");
        switch (operator) {
            case "In", "NotIn" -> {
                if (!values) {
                    errors.add(FieldError.required(
                            path + ".values", "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (values) {
                    errors.add(FieldError.forbidden(
                            path + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                }
            }
            default -> errors.add(Faults.invalid(path + ".operator", operator, "not a valid selector operator"));
        }
        var key = Json.string(expression, "key");
        errors.addAll(Faults.invalid(path + ".key", key, Syntax.qualifiedName(key)));
        return errors;
    }
}
