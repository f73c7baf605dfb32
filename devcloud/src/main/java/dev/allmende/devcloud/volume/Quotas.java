package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Limits per project: the scenario's until an admin sets others; those per volume type are without limit. */
final class Quotas {
    private final Map<String, Integer> standard = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> projects = new HashMap<>();

    Quotas(Scenario.Quota quota, List<String> types) {
        standard.put("volumes", quota.volumes());
        standard.put("per_volume_gigabytes", -1);
        standard.put("snapshots", 10);
        standard.put("gigabytes", quota.gigabytes());
        standard.put("backups", quota.backups());
        standard.put("backup_gigabytes", 1000);
        standard.put("groups", 10);
        for (String type : types) {
            for (String what : List.of("volumes_", "gigabytes_", "snapshots_")) {
                standard.put(what + type, -1);
            }
        }
    }

    /** @param used how much a project has of what the name limits */
    void routes(Scoped routes, BiFunction<String, String, Integer> used) {
        String one = "os-quota-sets/{of}";
        routes.on("GET", one, r -> get(r, used)).on("PUT", one, this::set).on("DELETE", one, r -> {
            admin(r, "delete");
            projects.remove(r.part("of"));
            return Volume.taken(r, 200);
        });
    }

    int limit(String project, String name) {
        return limits(project).getOrDefault(name, -1);
    }

    private Map<String, Integer> limits(String project) {
        return projects.getOrDefault(project, standard);
    }

    private static void admin(Request request, String act) {
        if (!request.caller().isAdmin()) {
            throw Volume.policy("volume_extension:quotas:" + act);
        }
    }

    private Answer get(Request request, BiFunction<String, String, Integer> used) {
        String project = request.part("of");
        if (!project.equals(request.caller().project())) {
            admin(request, "show");
        }
        boolean usage = request.query()
                .first("usage")
                .filter(value -> value.equalsIgnoreCase("true"))
                .isPresent();
        ObjectNode quota = Json.object();
        limits(project).forEach((name, limit) -> {
            if (usage) {
                quota.set(
                        name,
                        Json.object()
                                .put("limit", limit)
                                .put("in_use", used.apply(project, name))
                                .put("reserved", 0));
            } else {
                quota.put(name, limit);
            }
        });
        return Answer.ok(Json.object().set("quota_set", quota.put("id", project)));
    }

    private Answer set(Request request) {
        admin(request, "update");
        String project = request.part("of");
        Map<String, Integer> limits = new LinkedHashMap<>(limits(project));
        request.wrapped("quota_set", "Malformed request body")
                .ifPresent(wanted -> wanted.properties()
                        .forEach(field ->
                                limits.put(field.getKey(), field.getValue().asInt())));
        projects.put(project, limits);
        ObjectNode quota = Json.object();
        limits.forEach(quota::put);
        return Answer.ok(Json.object().set("quota_set", quota));
    }
}
