package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.HashMap;
import java.util.Map;

/** Designate's quotas. */
final class Limits {
    private final Map<String, ObjectNode> projects = new HashMap<>();

    void routes(Routes routes) {
        String one = "/v2/quotas/{project}";
        routes.on("GET", one, r -> Answer.ok(of(r.part("project"))))
                .on("PATCH", one, this::set)
                .on("DELETE", one, r -> {
                    admin(r);
                    projects.remove(r.part("project"));
                    return Answer.empty(204);
                })
                .on("GET", "/v2/limits", _ -> limits());
    }

    private static void admin(Request request) {
        if (!request.caller().isAdmin()) {
            throw new Refused(403, "forbidden", "");
        }
    }

    private ObjectNode of(String project) {
        return projects.getOrDefault(
                project,
                Json.object()
                        .put("zones", 10)
                        .put("zone_recordsets", 500)
                        .put("zone_records", 500)
                        .put("recordset_records", 20)
                        .put("api_export_size", 1000));
    }

    private Answer set(Request request) {
        admin(request);
        ObjectNode quota = of(request.part("project")).deepCopy();
        if (request.json("Malformed JSON") instanceof ObjectNode wanted) {
            quota.setAll(wanted);
        }
        projects.put(request.part("project"), quota);
        return Answer.ok(quota);
    }

    private static Answer limits() {
        ObjectNode limits = Json.object().put("max_zones", 10).put("max_zone_recordsets", 500);
        limits.put("max_zone_records", 500).put("max_recordset_records", 20).putNull("min_ttl");
        limits.put("max_zone_name_length", 255).put("max_recordset_name_length", 255);
        return Answer.ok(limits.put("max_page_limit", 1000));
    }

    boolean full(String project, int have) {
        return have >= of(project).path("zones").asInt();
    }
}
