package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Optional;

/** Users, projects and groups: three kinds that are made, changed and removed by the same rules. */
final class PeopleRoutes {
    private final World world;
    private final Directory directory;
    private final Policy policy;

    PeopleRoutes(World world, Directory directory, Policy policy) {
        this.world = world;
        this.directory = directory;
        this.policy = policy;
    }

    void routes(Routes routes) {
        for (String kind : List.of("users", "projects", "groups")) {
            String path = "/v3/" + kind;
            routes.on("GET", path, r -> list(r, kind))
                    .on("POST", path, r -> create(r, kind))
                    .on("GET", path + "/{id}", r -> show(r, kind))
                    .on("PATCH", path + "/{id}", r -> update(r, kind))
                    .on("DELETE", path + "/{id}", r -> delete(r, kind));
        }
        routes.on("GET", "/v3/projects/{id}/tags", r -> tags(r, allowed(r, "projects", "list")))
                .on("PUT", "/v3/projects/{id}/tags", this::retag);
        routes.on("GET", "/v3/users/{id}/projects", this::projectsOfUser)
                .on("GET", "/v3/users/{id}/groups", this::groupsOfUser);
    }

    private static Answer tags(Request request, ObjectNode project) {
        ObjectNode body = Json.object();
        body.set("links", Json.object().put("self", request.base() + "/v3"));
        body.set("tags", project.path("tags"));
        return Answer.ok(body);
    }

    private Answer retag(Request request) {
        String id = allowed(request, "projects", "update").path("id").asText();
        JsonNode tags = request.json("Malformed JSON").path("tags");
        if (!tags.isArray()) {
            throw Refused.badRequest("'tags' is a required property");
        }
        directory.projects.update(id, row -> row.set("tags", tags));
        return tags(request, allowed(request, "projects", "list"));
    }

    private Table table(String kind) {
        return switch (kind) {
            case "users" -> directory.users;
            case "projects" -> directory.projects;
            default -> directory.groups;
        };
    }

    private static String one(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    private Answer list(Request request, String kind) {
        Caller caller = request.caller();
        if (caller.isAdmin()) {
            return Views.list(request, kind, table(kind).all());
        }
        Optional<String> own = policy.managed(caller);
        policy.inDomain(caller, request.query().first("domain_id").or(() -> own), "list_" + kind);
        return Views.list(request, kind, table(kind).where("domain_id", own.orElse("")));
    }

    private Optional<String> domain(String kind, String id) {
        return table(kind).find(id).map(Directory::domainOf);
    }

    /** The row, after the policy: who is not admin gets 403 for things that do not exist. */
    private ObjectNode allowed(Request request, String kind, String action) {
        String id = request.part("id");
        policy.inDomain(request.caller(), domain(kind, id), action + "_" + one(kind));
        return table(kind)
                .find(id)
                .orElseThrow(() -> Refused.notFound("Could not find " + one(kind) + ": " + id + "."));
    }

    private Answer show(Request request, String kind) {
        String id = request.part("id");
        Caller caller = request.caller();
        boolean own = (kind.equals("users") && id.equals(caller.userId()))
                || (kind.equals("projects") && caller.projectId().equals(Optional.of(id)));
        if (own) {
            return Views.one(request, 200, kind, table(kind).find(id).orElseThrow());
        }
        return Views.one(request, 200, kind, allowed(request, kind, "get"));
    }

    private Answer create(Request request, String kind) {
        ObjectNode wanted = request.wrapped(one(kind), "Malformed JSON")
                .orElseThrow(() -> Refused.badRequest("'" + one(kind) + "' is a required property"));
        Caller caller = request.caller();
        Optional<String> named = Optional.ofNullable(wanted.get("domain_id")).map(JsonNode::asText);
        policy.inDomain(caller, named, "create_" + one(kind));
        if (!wanted.path("name").isTextual()) {
            throw Refused.badRequest("'name' is a required property\n\nFailed validating 'required' in schema");
        }
        String domain = named.or(caller::domainId).orElse("default");
        if (directory.domains.find(domain).isEmpty()) {
            throw Refused.notFound("Could not find domain: " + domain + ".");
        }
        String name = wanted.path("name").asText();
        boolean taken = table(kind).where("domain_id", domain).stream()
                .anyMatch(row -> row.path("name").asText().equals(name));
        if (taken) {
            throw Refused.conflict(
                    "Conflict occurred attempting to store %s - Duplicate entry found with name %s at domain ID %s."
                            .formatted(one(kind), name, domain));
        }
        ObjectNode row = row(kind, name, domain, wanted);
        if (wanted.has("password")) {
            directory.passwords.put(
                    row.path("id").asText(), wanted.path("password").asText());
        }
        return Views.one(request, 201, kind, table(kind).add(row));
    }

    private ObjectNode row(String kind, String name, String domain, ObjectNode wanted) {
        String id = world.ids().hex();
        String description = wanted.path("description").asText("");
        ObjectNode row = switch (kind) {
            case "users" -> Directory.user(id, name, domain);
            case "projects" -> Directory.project(id, name, domain, description);
            default ->
                Json.object()
                        .put("id", id)
                        .put("name", name)
                        .put("domain_id", domain)
                        .put("description", description);
        };
        copy(kind, wanted, row);
        return row;
    }

    /** Takes over the fields a client may set. */
    private static void copy(String kind, ObjectNode wanted, ObjectNode row) {
        List<String> fields = kind.equals("users")
                ? List.of("name", "enabled", "description", "email", "default_project_id")
                : List.of("name", "enabled", "description", "tags");
        for (String field : fields) {
            if (wanted.has(field) && (row.has(field) || kind.equals("users"))) {
                row.set(field, wanted.get(field));
            }
        }
    }

    private Answer update(Request request, String kind) {
        ObjectNode old = allowed(request, kind, "update");
        ObjectNode wanted = request.wrapped(one(kind), "Malformed JSON")
                .orElseThrow(() -> Refused.badRequest("'" + one(kind) + "' is a required property"));
        String id = old.path("id").asText();
        table(kind).update(id, row -> copy(kind, wanted, row));
        if (wanted.has("password")) {
            directory.passwords.put(id, wanted.path("password").asText());
        }
        ObjectNode now = table(kind).find(id).orElseThrow().deepCopy();
        if (!kind.equals("groups")) {
            now.set("extra", kind.equals("users") ? extra(now) : Json.object());
        }
        return Views.one(request, 200, kind, now);
    }

    private static ObjectNode extra(ObjectNode user) {
        ObjectNode extra = Json.object();
        for (String field : List.of("description", "email")) {
            if (user.has(field)) {
                extra.set(field, user.get(field));
            }
        }
        return extra;
    }

    private Answer delete(Request request, String kind) {
        String id = allowed(request, kind, "delete").path("id").asText();
        table(kind).remove(id);
        directory.forget(id);
        return Answer.empty(204);
    }

    private void selfOrManager(Request request, String action) {
        String id = request.part("id");
        if (!id.equals(request.caller().userId())) {
            policy.inDomain(request.caller(), domain("users", id), action);
        }
    }

    private Answer projectsOfUser(Request request) {
        selfOrManager(request, "list_user_projects");
        return Views.list(request, "projects", directory.projectsOf(request.part("id")));
    }

    private Answer groupsOfUser(Request request) {
        selfOrManager(request, "list_groups_for_user");
        String user = request.part("id");
        List<ObjectNode> groups = directory
                .groups
                .where(g -> directory
                        .members
                        .getOrDefault(g.path("id").asText(), java.util.Set.of())
                        .contains(user))
                .stream()
                .map(g -> g.deepCopy().putNull("membership_expires_at"))
                .toList();
        return Views.list(request, "groups", groups);
    }
}
