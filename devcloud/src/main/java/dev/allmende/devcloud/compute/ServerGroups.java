package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Optional;

/** Server groups. From 2.64 on they have one policy and rules, before a list of policies and free metadata. */
final class ServerGroups {
    private static final List<String> POLICIES =
            List.of("anti-affinity", "affinity", "soft-anti-affinity", "soft-affinity");

    private final World world;
    private final Table table = new Table();

    ServerGroups(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        String path = "/v2.1/os-server-groups";
        routes.on("GET", path, this::list)
                .on("POST", path, this::create)
                .on("GET", path + "/{id}", r -> one(r, need(r)))
                .on("DELETE", path + "/{id}", r -> {
                    table.remove(need(r).path("id").asText());
                    return Answer.empty(204);
                });
    }

    private ObjectNode need(Request request) {
        String id = request.part("id");
        return table.find(id)
                .filter(row ->
                        row.path("project_id").asText().equals(request.caller().project()))
                .orElseThrow(() -> Refused.notFound("Instance group " + id + " could not be found."));
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        var version = ComputeManners.version(request);
        if (!version.atLeast(64)) {
            shown.remove(List.of("policy", "rules"));
            shown.set("policies", Json.array().add(row.path("policy").asText()));
            shown.set("metadata", Json.object());
        }
        if (!version.atLeast(13)) {
            shown.remove(List.of("project_id", "user_id"));
        }
        return shown;
    }

    private static Answer one(Request request, ObjectNode row) {
        return Answer.ok(Json.object().set("server_group", shown(request, row)));
    }

    private Answer list(Request request) {
        List<ObjectNode> rows = table.where("project_id", request.caller().project()).stream()
                .map(row -> shown(request, row))
                .toList();
        return Answer.ok(Json.object().set("server_groups", Json.array(rows)));
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("server_group", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'server_group' is a required property"));
        String policy =
                wanted.path("policy").asText(wanted.path("policies").path(0).asText());
        if (!POLICIES.contains(policy)) {
            throw Refused.badRequest("Invalid input for field/attribute policy. Value: " + policy + ". '" + policy
                    + "' is not one of ['" + String.join("', '", POLICIES) + "']");
        }
        ObjectNode row = Json.object().put("id", world.ids().uuid());
        row.put("name", wanted.path("name").asText()).put("policy", policy);
        row.set("rules", wanted.path("rules").isObject() ? wanted.path("rules") : Json.object());
        row.set("members", Json.array());
        row.put("project_id", request.caller().project())
                .put("user_id", request.caller().userId());
        return one(request, table.add(row));
    }

    /** A server that names a group becomes its member. */
    void join(String group, String server) {
        if (table.find(group).isEmpty()) {
            throw Refused.badRequest("Invalid input: Instance group " + group + " could not be found.");
        }
        table.update(group, row -> row.withArray("members").add(server));
    }

    Optional<String> of(String server) {
        return table.all().stream()
                .filter(row -> row.path("members")
                        .valueStream()
                        .anyMatch(member -> member.asText().equals(server)))
                .findFirst()
                .map(row -> row.path("id").asText());
    }

    void leave(String server) {
        of(server)
                .ifPresent(group -> table.update(group, row -> {
                    var left = Json.array();
                    row.path("members").forEach(member -> {
                        if (!member.asText().equals(server)) {
                            left.add(member);
                        }
                    });
                    row.set("members", left);
                }));
    }
}
