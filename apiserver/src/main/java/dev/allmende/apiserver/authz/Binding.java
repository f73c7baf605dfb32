package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Who gets which role, and where.
 *
 * @param namespace of a RoleBinding; empty for a ClusterRoleBinding
 * @param role what roleRef names
 */
record Binding(String namespace, String name, RoleKey role, List<Subject> subjects) {

    /** @param namespace empty for a ClusterRole */
    record RoleKey(String kind, String namespace, String name) {

        /** As the API server says it when a binding names a role that is not there. */
        String notFound() {
            return switch (kind) {
                case "Role", "ClusterRole" ->
                    "%s.rbac.authorization.k8s.io %s not found"
                            .formatted(kind.equals("Role") ? "role" : "clusterrole", Quoted.text(name));
                default -> "unsupported role reference kind: " + Quoted.text(kind);
            };
        }
    }

    static Binding of(JsonNode binding) {
        var namespace = Json.string(binding, "metadata", "namespace");
        var subjects = new ArrayList<Subject>();
        binding.path("subjects").forEach(subject -> subjects.add(Subject.of(subject, namespace)));
        return new Binding(
                namespace,
                Json.string(binding, "metadata", "name"),
                roleOf(binding.path("roleRef"), namespace),
                List.copyOf(subjects));
    }

    static RoleKey roleOf(JsonNode roleRef, String bindingNamespace) {
        var kind = Json.string(roleRef, "kind");
        return new RoleKey(kind, kind.equals("Role") ? bindingNamespace : "", Json.string(roleRef, "name"));
    }

    /** {@code RBAC: allowed by RoleBinding "x/ns" of Role "y" to User "z"}. */
    String reason(Subject subject) {
        var self = namespace.isEmpty()
                ? "ClusterRoleBinding " + Quoted.text(name)
                : "RoleBinding " + Quoted.text(name + "/" + namespace);
        return "RBAC: allowed by %s of %s %s to %s".formatted(self, role.kind(), Quoted.text(role.name()), subject);
    }
}
