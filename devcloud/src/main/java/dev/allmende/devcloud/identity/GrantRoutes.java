package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Memberships in groups, and roles of users and groups on projects, domains and the system. */
final class GrantRoutes {
    private final Directory directory;
    private final Policy policy;

    GrantRoutes(Directory directory, Policy policy) {
        this.directory = directory;
        this.policy = policy;
    }

    void routes(Routes routes) {
        String member = "/v3/groups/{group}/users";
        routes.on("GET", member, this::members)
                .on("PUT", member + "/{user}", r -> member(r, "add_user_to_group"))
                .on("GET", member + "/{user}", r -> member(r, "check_user_in_group"))
                .on("DELETE", member + "/{user}", r -> member(r, "remove_user_from_group"));
        for (String targets : List.of("projects", "domains")) {
            for (String actors : List.of("users", "groups")) {
                grants(routes, targets, actors, "/v3/" + targets + "/{target}/" + actors + "/{actor}/roles");
            }
        }
        for (String actors : List.of("users", "groups")) {
            grants(routes, "system", actors, "/v3/system/" + actors + "/{actor}/roles");
        }
    }

    private void grants(Routes routes, String targets, String actors, String path) {
        routes.on("GET", path, r -> list(r, targets, actors))
                .on("PUT", path + "/{role}", r -> create(r, targets, actors))
                .on("GET", path + "/{role}", r -> check(r, targets, actors))
                .on("DELETE", path + "/{role}", r -> revoke(r, targets, actors));
    }

    private static Optional<String> domain(Table table, String id) {
        return table.find(id).map(Directory::domainOf);
    }

    private Answer members(Request request) {
        String group = request.part("group");
        policy.inDomain(request.caller(), domain(directory.groups, group), "list_users_in_group");
        need(directory.groups, group, "group");
        Set<String> ids = directory.members.getOrDefault(group, Set.of());
        return Views.list(
                request,
                "users",
                directory.users.where(u -> ids.contains(u.path("id").asText())));
    }

    private static void need(Table table, String id, String kind) {
        if (table.find(id).isEmpty()) {
            throw Refused.notFound("Could not find " + kind + ": " + id + ".");
        }
    }

    private Answer member(Request request, String action) {
        String group = request.part("group");
        String user = request.part("user");
        policy.inDomain(request.caller(), domain(directory.groups, group), action);
        policy.inDomain(request.caller(), domain(directory.users, user), action);
        need(directory.groups, group, "group");
        need(directory.users, user, "user");
        Set<String> ids = directory.members.computeIfAbsent(group, _ -> new LinkedHashSet<>());
        boolean done = switch (action) {
            case "add_user_to_group" -> ids.add(user) || ids.contains(user);
            case "remove_user_from_group" -> ids.remove(user);
            default -> ids.contains(user);
        };
        if (!done) {
            throw Refused.notFound("Could not find user '%s' in the group '%s'.".formatted(user, group));
        }
        return Answer.empty(204);
    }

    /** The grant that a URL names, after the policy. */
    private Grant grant(Request request, String targets, String actors, String role, String action) {
        String actor = request.part("actor");
        String target = targets.equals("system") ? "all" : request.part("target");
        Table people = actors.equals("users") ? directory.users : directory.groups;
        Optional<String> targetDomain = switch (targets) {
            case "projects" -> domain(directory.projects, target);
            case "domains" -> directory.domains.find(target).map(d -> target);
            default -> Optional.empty();
        };
        Optional<String> roleName =
                directory.roles.find(role).map(r -> r.path("name").asText());
        policy.grant(request.caller(), domain(people, actor), targetDomain, roleName, action);
        need(people, actor, actors.substring(0, actors.length() - 1));
        if (targets.equals("projects")) {
            need(directory.projects, target, "project");
        } else if (targets.equals("domains")) {
            need(directory.domains, target, "domain");
        }
        return new Grant(actors, actor, targets, target, role);
    }

    private Grant named(Request request, String targets, String actors, String action) {
        Grant grant = grant(request, targets, actors, request.part("role"), action);
        need(directory.roles, grant.role(), "role");
        return grant;
    }

    private Answer list(Request request, String targets, String actors) {
        Grant all = grant(request, targets, actors, "", "list_grants");
        List<ObjectNode> roles = directory.grants.stream()
                .filter(g -> new Grant(g.actors(), g.actor(), g.targets(), g.target(), "").equals(all))
                .flatMap(g -> directory.roles.find(g.role()).stream())
                .toList();
        return Views.list(request, "roles", roles);
    }

    private Answer create(Request request, String targets, String actors) {
        directory.grants.add(named(request, targets, actors, "create_grant"));
        return Answer.empty(204);
    }

    private Answer check(Request request, String targets, String actors) {
        Grant grant = named(request, targets, actors, "check_grant");
        if (!directory.grants.contains(grant)) {
            throw missing(grant);
        }
        return Answer.empty(204);
    }

    private Answer revoke(Request request, String targets, String actors) {
        Grant grant = named(request, targets, actors, "revoke_grant");
        if (!directory.grants.remove(grant)) {
            throw missing(grant);
        }
        return Answer.empty(204);
    }

    private static Refused missing(Grant grant) {
        return Refused.notFound(
                "Could not find role assignment with role: %s, user or group: %s, project, domain, or system: %s."
                        .formatted(grant.role(), grant.actor(), grant.target()));
    }
}
