package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Domains, roles, role assignments, and what only admins see: services, endpoints, regions. */
final class DomainRoutes {
    private final World world;
    private final Directory directory;
    private final Policy policy;
    private final Catalog catalog;

    DomainRoutes(World world, Directory directory, Policy policy, Catalog catalog) {
        this.world = world;
        this.directory = directory;
        this.policy = policy;
        this.catalog = catalog;
    }

    void routes(Routes routes) {
        routes.on("GET", "/v3/domains", this::domains)
                .on("POST", "/v3/domains", this::createDomain)
                .on("GET", "/v3/domains/{id}", this::domain)
                .on("PATCH", "/v3/domains/{id}", this::updateDomain)
                .on("DELETE", "/v3/domains/{id}", this::deleteDomain)
                .on("GET", "/v3/roles", this::roles)
                .on("POST", "/v3/roles", this::createRole)
                .on("GET", "/v3/roles/{id}", this::role)
                .on("DELETE", "/v3/roles/{id}", this::deleteRole)
                .on("GET", "/v3/role_assignments", this::assignments)
                .on("GET", "/v3/limits", r -> Views.raw(r, "limits", List.of()))
                .on("GET", "/v3/services", r -> admin(r, "list_services", "services", catalog.services(r.base())))
                .on(
                        "GET",
                        "/v3/endpoints",
                        r -> admin(r, "list_endpoints", "endpoints", catalog.endpoints(r.root(), r.base())))
                .on("GET", "/v3/regions", r -> Views.raw(r, "regions", List.of(catalog.regionRow(r.base()))));
    }

    private Answer admin(Request request, String action, String kind, List<ObjectNode> rows) {
        policy.adminOnly(request.caller(), action);
        return Views.raw(request, kind, rows);
    }

    private Answer domains(Request request) {
        policy.adminOrManager(request.caller(), "list_domains");
        return Views.list(request, "domains", directory.domains.all());
    }

    private ObjectNode find(Request request) {
        String id = request.part("id");
        return directory.domains.find(id).orElseThrow(() -> Refused.notFound("Could not find domain: " + id + "."));
    }

    /** Everyone may read the domain of the own token (keystone/common/policies/domain.py). */
    private Answer domain(Request request) {
        Caller caller = request.caller();
        Optional<String> own = caller.domainId()
                .or(() -> caller.projectId().flatMap(directory.projects::find).map(Directory::domainOf));
        if (!caller.isAdmin() && !own.equals(Optional.of(request.part("id")))) {
            throw Policy.forbidden("get_domain");
        }
        return Views.one(request, 200, "domains", find(request));
    }

    private Answer createDomain(Request request) {
        policy.adminOnly(request.caller(), "create_domain");
        ObjectNode wanted = request.wrapped("domain", "Malformed JSON")
                .orElseThrow(() -> Refused.badRequest("'domain' is a required property"));
        String name = wanted.path("name").asText();
        if (!directory.domains.where("name", name).isEmpty()) {
            throw Refused.conflict(
                    "Conflict occurred attempting to store project - it is not permitted to have two projects"
                            + " acting as domains with the same name: " + name + ".");
        }
        ObjectNode row = Directory.domain(
                world.ids().hex(), name, wanted.path("description").asText(""));
        return Views.one(request, 201, "domains", directory.domains.add(row));
    }

    private Answer updateDomain(Request request) {
        policy.adminOnly(request.caller(), "update_domain");
        String id = find(request).path("id").asText();
        ObjectNode wanted = request.wrapped("domain", "Malformed JSON").orElseGet(Json::object);
        directory.domains.update(id, row -> {
            for (String field : List.of("name", "description", "enabled")) {
                if (wanted.has(field)) {
                    row.set(field, wanted.get(field));
                }
            }
        });
        return Views.one(request, 200, "domains", find(request));
    }

    private Answer deleteDomain(Request request) {
        policy.adminOnly(request.caller(), "delete_domain");
        ObjectNode domain = find(request);
        if (domain.path("enabled").asBoolean()) {
            throw Refused.forbidden("Cannot delete a domain that is enabled, please disable it first.");
        }
        String id = domain.path("id").asText();
        for (var table : List.of(directory.users, directory.groups, directory.projects)) {
            for (ObjectNode row : table.where("domain_id", id)) {
                table.remove(row.path("id").asText());
                directory.forget(row.path("id").asText());
            }
        }
        directory.domains.remove(id);
        directory.forget(id);
        return Answer.empty(204);
    }

    private Answer roles(Request request) {
        policy.adminOrManager(request.caller(), "list_roles");
        return Views.list(request, "roles", directory.roles.all());
    }

    private Answer createRole(Request request) {
        policy.adminOnly(request.caller(), "create_role");
        String name = request.wrapped("role", "Malformed JSON")
                .map(r -> r.path("name").asText())
                .orElseThrow(() -> Refused.badRequest("'role' is a required property"));
        ObjectNode row = Json.object().put("id", world.ids().hex()).put("name", name);
        row.putNull("domain_id").putNull("description").set("options", Json.object());
        return Views.one(request, 201, "roles", directory.roles.add(row));
    }

    private Answer role(Request request) {
        Optional<ObjectNode> row = directory.roles.find(request.part("id"));
        String name = row.map(r -> r.path("name").asText()).orElse("");
        if (!request.caller().isAdmin() && !policy.manages(request.caller(), name)) {
            throw Policy.forbidden("get_role");
        }
        return Views.one(
                request,
                200,
                "roles",
                row.orElseThrow(() -> Refused.notFound("Could not find role: " + request.part("id") + ".")));
    }

    private Answer deleteRole(Request request) {
        policy.adminOnly(request.caller(), "delete_role");
        directory.roles.remove(request.part("id"));
        directory.grants.removeIf(g -> g.role().equals(request.part("id")));
        return Answer.empty(204);
    }

    private Answer assignments(Request request) {
        Caller caller = request.caller();
        Optional<String> asked = request.query()
                .first("scope.domain.id")
                .or(() -> request.query()
                        .first("scope.project.id")
                        .flatMap(p -> directory.projects.find(p).map(Directory::domainOf)));
        policy.inDomain(caller, asked, "list_role_assignments");
        boolean names = request.query()
                .first("include_names")
                .filter(v -> !v.equalsIgnoreCase("false"))
                .isPresent();
        List<ObjectNode> rows = new ArrayList<>();
        for (Grant grant : directory.grants) {
            if (asked(request, grant)) {
                rows.add(Assignments.row(directory, grant, request.base(), names));
            }
        }
        return Views.raw(request, "role_assignments", rows);
    }

    private static boolean asked(Request request, Grant grant) {
        return is(request, "user.id", grant.actors().equals("users"), grant.actor())
                && is(request, "group.id", grant.actors().equals("groups"), grant.actor())
                && is(request, "role.id", true, grant.role())
                && is(request, "scope.project.id", grant.targets().equals("projects"), grant.target())
                && is(request, "scope.domain.id", grant.targets().equals("domains"), grant.target())
                && is(request, "scope.system", grant.targets().equals("system"), "all");
    }

    private static boolean is(Request request, String filter, boolean kind, String id) {
        return request.query()
                .first(filter)
                .map(wanted -> kind && wanted.equals(id))
                .orElse(true);
    }
}
