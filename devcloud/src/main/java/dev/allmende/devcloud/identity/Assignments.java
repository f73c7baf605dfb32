package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;

/** Grants as GET /v3/role_assignments shows them. */
final class Assignments {
    private Assignments() {}

    static ObjectNode row(Directory directory, Grant grant, String base, boolean names) {
        String path = grant.targets().equals("system")
                ? "/v3/system/" + grant.actors() + "/" + grant.actor() + "/roles/" + grant.role()
                : "/v3/" + grant.targets() + "/" + grant.target() + "/" + grant.actors() + "/" + grant.actor()
                        + "/roles/" + grant.role();
        ObjectNode row = Json.object();
        row.set("links", Json.object().put("assignment", base + path));
        row.set("scope", scope(directory, grant, names));
        boolean user = grant.actors().equals("users");
        row.set(
                user ? "user" : "group",
                reference(directory, user ? directory.users : directory.groups, grant.actor(), names, true));
        row.set("role", reference(directory, directory.roles, grant.role(), names, false));
        return row;
    }

    private static ObjectNode scope(Directory directory, Grant grant, boolean names) {
        return switch (grant.targets()) {
            case "system" -> Json.object().set("system", Json.object().put("all", true));
            case "domains" ->
                Json.object().set("domain", reference(directory, directory.domains, grant.target(), names, false));
            default ->
                Json.object().set("project", reference(directory, directory.projects, grant.target(), names, true));
        };
    }

    private static ObjectNode reference(Directory directory, Table table, String id, boolean names, boolean domain) {
        ObjectNode reference = Json.object().put("id", id);
        if (names) {
            table.find(id).ifPresent(row -> {
                reference.put("name", row.path("name").asText());
                if (domain) {
                    reference.set(
                            "domain", reference(directory, directory.domains, Directory.domainOf(row), true, false));
                }
            });
        }
        return reference;
    }
}
