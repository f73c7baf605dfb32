package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.scenario.People;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Ids;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Domains, projects, users, groups, roles, memberships and grants. Rows lack their links: {@link Views} adds them. */
final class Directory {
    private static final List<String> ROLES = List.of(
            "admin", "manager", "member", "reader", "service", "creator", "load-balancer_member", "domain-manager");

    /** keystone/cmd/bootstrap.py: admin implies manager (2024.2), manager member, member reader. */
    private static final Map<String, String> IMPLIES =
            Map.of("admin", "manager", "manager", "member", "member", "reader");

    final Table domains = new Table();
    final Table projects = new Table();
    final Table users = new Table();
    final Table groups = new Table();
    final Table roles = new Table();
    final Map<String, String> passwords = new HashMap<>();
    final Map<String, Set<String>> members = new LinkedHashMap<>();
    final Set<Grant> grants = new LinkedHashSet<>();
    private final boolean managerExists;

    Directory(Scenario scenario, Ids ids) {
        managerExists = scenario.domainManager() == Scenario.DomainManager.NATIVE;
        for (String role : ROLES) {
            if (managerExists || !role.equals("manager")) {
                roles.add(role(ids.hex("role", role), role));
            }
        }
        for (People.Domain domain : scenario.domains()) {
            addDomain(domain, ids);
        }
        for (People.User user : scenario.users()) {
            addUser(user, ids);
        }
    }

    private static ObjectNode role(String id, String name) {
        ObjectNode role = Json.object()
                .put("id", id)
                .put("name", name)
                .putNull("domain_id")
                .putNull("description");
        role.set(
                "options",
                IMPLIES.containsKey(name) || name.equals("reader")
                        ? Json.object().put("immutable", true)
                        : Json.object());
        return role;
    }

    private void addDomain(People.Domain domain, Ids ids) {
        String id = domain.name().equals("Default") ? "default" : ids.hex("domain", domain.name());
        domains.add(domain(id, domain.name(), ""));
        for (String project : domain.projects()) {
            projects.add(project(ids.hex("project", domain.name() + "/" + project), project, id, ""));
        }
    }

    private void addUser(People.User user, Ids ids) {
        String id = ids.hex("user", user.domain() + "/" + user.name());
        users.add(user(id, user.name(), domainId(user.domain())));
        passwords.put(id, user.password());
        for (People.Grant grant : user.grants()) {
            for (String role : grant.roles()) {
                grants.add(
                        switch (grant.target()) {
                            case SYSTEM -> new Grant("users", id, "system", "all", roleId(role));
                            case DOMAIN -> new Grant("users", id, "domains", domainId(grant.domain()), roleId(role));
                            case PROJECT ->
                                new Grant(
                                        "users",
                                        id,
                                        "projects",
                                        projectId(grant.domain(), grant.project()),
                                        roleId(role));
                        });
            }
        }
    }

    static ObjectNode domain(String id, String name, String description) {
        ObjectNode domain = Json.object().put("id", id).put("name", name).put("description", description);
        domain.put("enabled", true).set("tags", Json.array());
        domain.set("options", Json.object());
        return domain;
    }

    static ObjectNode project(String id, String name, String domain, String description) {
        ObjectNode project = Json.object().put("id", id).put("name", name).put("domain_id", domain);
        project.put("description", description).put("enabled", true).put("parent_id", domain);
        project.put("is_domain", false).set("tags", Json.array());
        project.set("options", Json.object());
        return project;
    }

    static ObjectNode user(String id, String name, String domain) {
        ObjectNode user = Json.object().put("id", id).put("name", name).put("domain_id", domain);
        user.put("enabled", true).putNull("password_expires_at").set("options", Json.object());
        return user;
    }

    String domainId(String name) {
        return id(domains.where("name", name), "domain", name);
    }

    String projectId(String domain, String name) {
        String id = domainId(domain);
        List<ObjectNode> found = projects.where(p -> p.path("name").asText().equals(name)
                && p.path("domain_id").asText().equals(id));
        return id(found, "project", name + "' of domain '" + domain);
    }

    String roleId(String name) {
        return id(roles.where("name", name), "role", name);
    }

    private static String id(List<ObjectNode> found, String kind, String name) {
        if (found.isEmpty()) {
            throw new dev.allmende.devcloud.scenario.ScenarioException(
                    "the scenario grants roles on or to " + kind + " '" + name + "', which it does not have");
        }
        return found.getFirst().path("id").asText();
    }

    /** Names of the roles that a user has on a target, by itself, through groups and by implication. */
    Set<String> roleNames(String user, String targets, String target) {
        Set<String> names = new TreeSet<>();
        for (Grant grant : grants) {
            if (grant.targets().equals(targets) && grant.target().equals(target) && reaches(grant, user)) {
                roles.find(grant.role())
                        .ifPresent(role -> addImplied(names, role.path("name").asText()));
            }
        }
        return names;
    }

    private boolean reaches(Grant grant, String user) {
        return grant.actors().equals("users")
                ? grant.actor().equals(user)
                : members.getOrDefault(grant.actor(), Set.of()).contains(user);
    }

    private void addImplied(Set<String> names, String role) {
        for (String name = role; name != null; name = IMPLIES.get(name)) {
            if (managerExists || !name.equals("manager")) {
                names.add(name);
            }
        }
    }

    /** The projects in which a user has a role. */
    List<ObjectNode> projectsOf(String user) {
        return projects.where(
                p -> !roleNames(user, "projects", p.path("id").asText()).isEmpty());
    }

    List<ObjectNode> domainsOf(String user) {
        return domains.where(
                d -> !roleNames(user, "domains", d.path("id").asText()).isEmpty());
    }

    /** Forgets grants and memberships of something that is deleted. */
    void forget(String id) {
        grants.removeIf(g -> g.actor().equals(id) || g.target().equals(id));
        members.remove(id);
        members.values().forEach(set -> set.remove(id));
        passwords.remove(id);
    }

    static String domainOf(ObjectNode row) {
        return row.path("domain_id").asText();
    }
}
