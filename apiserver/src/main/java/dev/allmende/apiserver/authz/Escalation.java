package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Binding.RoleKey;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nobody gives rights that they do not have (Kubernetes registry/rbac/.../policybased): a role is written only by who
 * holds its rights or has the verb {@code escalate}, a binding only by who holds the role's rights or has the verb
 * {@code bind} on it. To be asked before a Role, ClusterRole, RoleBinding or ClusterRoleBinding is stored.
 */
public final class Escalation {

    public static final String GROUP = "rbac.authorization.k8s.io";

    private static final List<PolicyRule> EVERYTHING = List.of(
            PolicyRule.onResources(List.of("*"), List.of("*"), List.of("*")),
            PolicyRule.onPaths(List.of("*"), List.of("*")));

    private final RbacIndex index;

    public Escalation(RbacIndex index) {
        this.index = index;
    }

    /**
     * @param resource {@code roles}, {@code clusterroles}, {@code rolebindings} or {@code clusterrolebindings}; others pass
     * @param requestName the name in the request's path, empty for a create
     * @param old null for a create
     * @throws StatusException 403 with the rights that are missing; 404 when the bound role does not exist (Kubernetes then
     *     speaks of a binding of that name, so do we)
     */
    public void check(User user, String resource, String requestName, @Nullable ObjectNode old, ObjectNode wanted) {
        if (user.in(User.MASTERS) || (old != null && onlyForGarbageCollection(old, wanted))) {
            return;
        }
        switch (resource) {
            case "roles", "clusterroles" -> checkRole(user, resource, requestName, old, wanted);
            case "rolebindings", "clusterrolebindings" -> checkBinding(user, resource, wanted);
            default -> {
                // carries no rights
            }
        }
    }

    private void checkRole(User user, String resource, String requestName, @Nullable ObjectNode old, ObjectNode role) {
        var namespace = Json.string(role, "metadata", "namespace");
        if (may(user, "escalate", resource, namespace, requestName)) {
            return;
        }
        confirm(user, namespace, PolicyRule.allOf(role), resource, role);
        if (aggregates(role) || (old != null && aggregates(old))) {
            if (!RuleCover.missing(index.rulesFor(user, ""), EVERYTHING).isEmpty()) {
                throw forbidden(resource, role, "must have cluster-admin privileges to use the aggregationRule");
            }
        }
    }

    private void checkBinding(User user, String resource, ObjectNode binding) {
        var namespace = Json.string(binding, "metadata", "namespace");
        var role = Binding.roleOf(binding.path("roleRef"), namespace);
        if (may(user, "bind", plural(role), namespace, role.name())) {
            return;
        }
        var rules = index.rulesOf(role)
                .orElseThrow(() -> StatusException.notFound(new GroupResource(GROUP, resource), role.name()));
        confirm(user, namespace, rules, resource, binding);
    }

    private void confirm(User user, String namespace, List<PolicyRule> wanted, String resource, ObjectNode object) {
        var missing = RuleCover.missing(index.rulesFor(user, namespace), wanted);
        if (missing.isEmpty()) {
            return;
        }
        var lines = RuleCover.joinVerbs(missing).stream()
                .map(PolicyRule::toString)
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));
        var message = "user %s (groups=%s) is attempting to grant RBAC permissions not currently held:\n%s"
                .formatted(Quoted.text(user.name()), Quoted.list(user.groups()), lines);
        var errors = index.errorsFor(user, namespace);
        throw forbidden(
                resource,
                object,
                errors.isEmpty() ? message : message + "; resolution errors: " + RbacIndex.aggregate(errors));
    }

    private boolean may(User user, String verb, String resource, String namespace, String name) {
        return index.decide(new Attributes.OfResource(user, verb, GROUP, "*", resource, "", namespace, name))
                .allowed();
    }

    private static boolean aggregates(ObjectNode role) {
        return !Json.at(role, "aggregationRule", "clusterRoleSelectors").isEmpty();
    }

    private static String plural(RoleKey role) {
        return role.kind().equals("Role") ? "roles" : "clusterroles";
    }

    private static StatusException forbidden(String resource, ObjectNode object, String why) {
        return StatusException.forbidden(
                new GroupResource(GROUP, resource), Json.string(object, "metadata", "name"), why);
    }

    /** The garbage collector may remove owners and finalizers from roles whose rights it does not hold. */
    private static boolean onlyForGarbageCollection(ObjectNode old, ObjectNode wanted) {
        return bare(old).equals(bare(wanted));
    }

    private static JsonNode bare(ObjectNode object) {
        var copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("ownerReferences", "finalizers", "selfLink", "managedFields"));
        }
        return copy;
    }
}
