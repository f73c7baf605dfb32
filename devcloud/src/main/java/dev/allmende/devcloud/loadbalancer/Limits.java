package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import java.util.HashMap;
import java.util.Map;

/** Octavia's quotas: no limits until an admin sets some. */
final class Limits {
    private static final String NONE =
            "{\"load_balancer\":-1,\"listener\":-1,\"member\":-1,\"pool\":-1,\"health_monitor\":-1,\"l7policy\":-1,\"l7rule\":-1}";
    private final Map<String, ObjectNode> projects = new HashMap<>();

    void routes(Routes routes, String base) {
        String one = base + "quotas/{project}";
        routes.on("GET", one, r -> {
                    String project = r.part("project");
                    if (!project.equals(r.caller().project())) {
                        admin(r);
                    }
                    return Answer.ok(Json.object().set("quota", of(project)));
                })
                .on("PUT", one, this::set)
                .on("DELETE", one, r -> {
                    admin(r);
                    projects.remove(r.part("project"));
                    return Answer.empty(202);
                });
    }

    private static void admin(Request request) {
        if (!request.caller().isAdmin()) {
            throw Refused.forbidden("Policy does not allow this request to be performed.");
        }
    }

    private ObjectNode of(String project) {
        return projects.getOrDefault(project, Part.parse(NONE));
    }

    private Answer set(Request request) {
        admin(request);
        ObjectNode quota = of(request.part("project")).deepCopy();
        request.wrapped("quota", "Invalid JSON").ifPresent(quota::setAll);
        projects.put(request.part("project"), quota);
        return Answer.json(202, Json.object().set("quota", quota));
    }

    boolean full(String project, String resource, long have) {
        int limit = of(project).path(resource).asInt(-1);
        return limit >= 0 && have >= limit;
    }
}
