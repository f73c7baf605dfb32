package dev.allmende.devcloud.identity;

import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.scenario.Scenario;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what to people and grants. With {@code domainManager: native} the role manager with a domain token governs its
 * own domain as SCS-0302 and Keystone 2024.2 say; with {@code absent} only admins do.
 */
final class Policy {
    /** The roles a manager may give and take away (rule is_domain_managed_role); never admin. */
    private static final Set<String> MANAGED = Set.of("member", "load-balancer_member", "reader", "manager");

    private final boolean managers;

    Policy(Scenario.DomainManager mode) {
        managers = mode == Scenario.DomainManager.NATIVE;
    }

    static Refused forbidden(String action) {
        return Refused.forbidden("You are not authorized to perform the requested action: identity:" + action + ".");
    }

    /** The domain that a caller manages. */
    Optional<String> managed(Caller caller) {
        return managers && caller.has("manager") ? caller.domainId() : Optional.empty();
    }

    void adminOnly(Caller caller, String action) {
        if (!caller.isAdmin()) {
            throw forbidden(action);
        }
    }

    /** Lists of domains and roles: a manager sees all names. */
    void adminOrManager(Caller caller, String action) {
        if (!caller.isAdmin() && managed(caller).isEmpty()) {
            throw forbidden(action);
        }
    }

    /** @param domain the domain of the target; empty when there is no such target or none was named */
    void inDomain(Caller caller, Optional<String> domain, String action) {
        if (!caller.isAdmin() && (domain.isEmpty() || !managed(caller).equals(domain))) {
            throw forbidden(action);
        }
    }

    /** Grants: actor and target in the manager's domain, and a role that managers may handle. */
    void grant(Caller caller, Optional<String> actor, Optional<String> target, Optional<String> role, String action) {
        inDomain(caller, actor, action);
        inDomain(caller, target, action);
        if (!caller.isAdmin() && role.filter(name -> !MANAGED.contains(name)).isPresent()) {
            throw forbidden(action);
        }
    }

    boolean manages(Caller caller, String role) {
        return managed(caller).isPresent() && MANAGED.contains(role);
    }
}
