package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Limits per project: the scenario's until an admin sets others. Old names go with microversions 2.36 and 2.57. */
final class Quotas {
    private static final List<String> PROXIES =
            List.of("fixed_ips", "floating_ips", "security_group_rules", "security_groups");
    private static final List<String> FILES =
            List.of("injected_file_content_bytes", "injected_file_path_bytes", "injected_files");

    private final Map<String, Integer> standard = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> projects = new HashMap<>();
    private final Function<String, Map<String, Integer>> used;

    /** @param used what a project has, by the names of the limits */
    Quotas(Scenario scenario, Function<String, Map<String, Integer>> used) {
        this.used = used;
        standard.put("cores", 20);
        standard.put("fixed_ips", -1);
        standard.put("floating_ips", -1);
        standard.put("injected_file_content_bytes", 10240);
        standard.put("injected_file_path_bytes", 255);
        standard.put("injected_files", 5);
        standard.put("instances", scenario.quota().servers());
        standard.put("key_pairs", 100);
        standard.put("metadata_items", 128);
        standard.put("ram", 51200);
        standard.put("security_group_rules", -1);
        standard.put("security_groups", -1);
        standard.put("server_group_members", 10);
        standard.put("server_groups", 10);
    }

    void routes(Routes routes) {
        String one = "/v2.1/os-quota-sets/{project}";
        routes.on("GET", one, r -> Answer.ok(Json.object().set("quota_set", plain(r).put("id", r.part("project")))))
                .on("GET", one + "/detail", this::detail)
                .on("PUT", one, this::set)
                .on("DELETE", one, r -> {
                    admin(r, "delete");
                    projects.remove(r.part("project"));
                    return Answer.empty(202);
                });
    }

    int limit(String project, String name) {
        return projects.getOrDefault(project, standard).getOrDefault(name, -1);
    }

    private static void admin(Request request, String act) {
        if (!request.caller().isAdmin()) {
            throw Compute.policy("os-quota-sets:" + act);
        }
    }

    private Map<String, Integer> shown(Request request) {
        Microversion version = ComputeManners.version(request);
        Map<String, Integer> shown = new LinkedHashMap<>(projects.getOrDefault(request.part("project"), standard));
        if (version.atLeast(36)) {
            shown.keySet().removeAll(PROXIES);
        }
        if (version.atLeast(57)) {
            shown.keySet().removeAll(FILES);
        }
        return shown;
    }

    private ObjectNode plain(Request request) {
        ObjectNode quota = Json.object();
        shown(request).forEach(quota::put);
        return quota;
    }

    private Answer detail(Request request) {
        String project = request.part("project");
        Map<String, Integer> have = used.apply(project);
        ObjectNode quota = Json.object().put("id", project);
        shown(request)
                .forEach((name, limit) -> quota.set(
                        name,
                        Json.object()
                                .put("limit", limit)
                                .put("in_use", have.getOrDefault(name, 0))
                                .put("reserved", 0)));
        return Answer.ok(Json.object().set("quota_set", quota));
    }

    private Answer set(Request request) {
        admin(request, "update");
        Map<String, Integer> limits = new LinkedHashMap<>(projects.getOrDefault(request.part("project"), standard));
        request.wrapped("quota_set", "Malformed request body")
                .ifPresent(wanted -> wanted.properties()
                        .forEach(field ->
                                limits.put(field.getKey(), field.getValue().asInt())));
        projects.put(request.part("project"), limits);
        return Answer.ok(Json.object().set("quota_set", plain(request)));
    }
}
