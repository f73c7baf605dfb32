package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Limits per project: the scenario's until an admin sets others. */
final class Quotas {
    private final Map<String, Integer> standard = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> projects = new LinkedHashMap<>();

    Quotas(Scenario.Quota quota) {
        standard.put("network", quota.networks());
        standard.put("subnet", 100);
        standard.put("subnetpool", -1);
        standard.put("port", 500);
        standard.put("router", 10);
        standard.put("floatingip", 50);
        standard.put("rbac_policy", 10);
        standard.put("security_group", quota.securityGroups());
        standard.put("security_group_rule", 100);
        standard.put("trunk", -1);
    }

    /** @param used how many of a resource a project has */
    void routes(Routes routes, BiFunction<String, String, Integer> used) {
        String one = "/v2.0/quotas/{project}";
        routes.on("GET", one, r -> shown(limits(own(r, "get_quota"))))
                .on("GET", one + "/default", r -> {
                    own(r, "get_quota");
                    return shown(standard);
                })
                .on("GET", one + "/details.json", r -> details(own(r, "get_quota"), used))
                .on("PUT", one, this::set)
                .on("DELETE", one, this::reset);
    }

    int limit(String project, String resource) {
        return limits(project).getOrDefault(resource, -1);
    }

    private Map<String, Integer> limits(String project) {
        return projects.getOrDefault(project, standard);
    }

    private static Refused refused(String rule) {
        return new Refused(403, "PolicyNotAuthorized", "rule:" + rule + " is disallowed by policy");
    }

    private static String own(Request request, String rule) {
        String project = request.part("project");
        if (!project.equals(request.caller().project()) && !request.caller().isAdmin()) {
            throw refused(rule);
        }
        return project;
    }

    private static Answer shown(Map<String, Integer> limits) {
        ObjectNode quota = Json.object();
        limits.forEach(quota::put);
        return Answer.ok(Json.object().set("quota", quota));
    }

    private Answer details(String project, BiFunction<String, String, Integer> used) {
        ObjectNode quota = Json.object();
        limits(project)
                .forEach((resource, limit) -> quota.set(
                        resource,
                        Json.object()
                                .put("limit", limit)
                                .put("used", used.apply(resource, project))
                                .put("reserved", 0)));
        return Answer.ok(Json.object().set("quota", quota));
    }

    private Answer set(Request request) {
        if (!request.caller().isAdmin()) {
            throw refused("update_quota");
        }
        String project = request.part("project");
        ObjectNode wanted = Networks.wanted(request, "quota", standard.keySet());
        Map<String, Integer> limits = new LinkedHashMap<>(limits(project));
        wanted.properties()
                .forEach(field -> limits.put(field.getKey(), field.getValue().asInt()));
        projects.put(project, limits);
        return shown(limits);
    }

    private Answer reset(Request request) {
        if (!request.caller().isAdmin()) {
            throw refused("delete_quota");
        }
        String project = request.part("project");
        if (projects.remove(project) == null) {
            throw new Refused(404, "TenantQuotaNotFound", "Quota for tenant " + project + " could not be found.");
        }
        return Answer.empty(204);
    }
}
