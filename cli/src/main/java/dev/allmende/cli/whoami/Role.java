package dev.allmende.cli.whoami;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What one is in a namespace, as its rules tell: which role was bound, by which name, they do not say. */
public enum Role {
    VIEWER,
    EDITOR,
    ADMIN;

    private static final String DOMAIN = ".allmende.dev";
    private static final String RBAC = "rbac.authorization.k8s.io";

    /**
     * Empty when there is nothing of ours to be seen there.
     *
     * @param status of a SelfSubjectRulesReview
     */
    static Optional<Role> of(JsonNode status) {
        Optional<Role> highest = Optional.empty();
        for (var rule : status.path("resourceRules")) {
            var role = ofRule(rule);
            if (role.isPresent() && (highest.isEmpty() || role.get().compareTo(highest.get()) > 0)) {
                highest = role;
            }
        }
        return highest;
    }

    private static Optional<Role> ofRule(JsonNode rule) {
        if (!rule.path("resourceNames").isEmpty()) {
            return Optional.empty();
        }
        var verbs = rule.path("verbs");
        boolean everything = has(rule.path("apiGroups"), "*");
        if (has(verbs, "create")
                && (everything || has(rule.path("apiGroups"), RBAC))
                && has(rule.path("resources"), "rolebindings")) {
            return Optional.of(ADMIN);
        }
        if (!everything && !ours(rule)) {
            return Optional.empty();
        }
        if (has(verbs, "create")) {
            return Optional.of(EDITOR);
        }
        return has(verbs, "list") ? Optional.of(VIEWER) : Optional.empty();
    }

    /** Kinds of Allmende; or what tenants keep beside them, where none of those is installed. */
    private static boolean ours(JsonNode rule) {
        for (var group : rule.path("apiGroups")) {
            if (group.asText().endsWith(DOMAIN)
                    || (group.asText().isEmpty() && has(rule.path("resources"), "configmaps"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode list, String text) {
        for (var item : list) {
            if (item.asText().equals(text) || item.asText().equals("*")) {
                return true;
            }
        }
        return false;
    }
}
