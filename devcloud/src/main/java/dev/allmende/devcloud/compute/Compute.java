package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.image.ImageService;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.volume.Attachments;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Nova: version documents, zones, limits, and the wiring of its parts. */
public final class Compute implements Service {
    private final Routes routes = new Routes();
    private final Manners manners = new ComputeManners();
    private final Scenario scenario;
    private final Servers servers;

    public Compute(
            Scenario scenario,
            World world,
            Faults faults,
            ImageService images,
            ServerPorts ports,
            Attachments attachments) {
        this.scenario = scenario;
        for (String root : List.of("", "/")) {
            routes.open("GET", root, Compute::versions).open("GET", "/v2.1" + root, Compute::version);
        }
        routes.on("GET", "/v2.1/os-availability-zone", this::zones)
                .on("GET", "/v2.1/os-availability-zone/detail", _ -> {
                    throw policy("os-availability-zone:detail");
                })
                .on("GET", "/v2.1/os-hypervisors", Compute::hypervisors)
                .on("GET", "/v2.1/os-hypervisors/detail", Compute::hypervisors)
                .on("GET", "/v2.1/extensions", _ -> Answer.ok(Json.object().set("extensions", Json.array())));
        Flavors flavors = new Flavors(scenario, world.ids());
        flavors.routes(routes);
        ServerGroups groups = new ServerGroups(world);
        groups.routes(routes);
        Quotas quotas = new Quotas(scenario, this::used);
        quotas.routes(routes);
        servers = new Servers(scenario, world, faults, flavors, images, ports, attachments, groups, quotas);
        servers.routes(routes);
        Acts acts = new Acts(
                servers, flavors, images, world, faults, scenario.timing().delete());
        new ServerParts(servers, acts, new Consoles(scenario.consoles()), ports, attachments, world).routes(routes);
        new Keypairs(world).routes(routes);
        routes.on("GET", "/v2.1/limits", this::limits);
    }

    @Override
    public String prefix() {
        return "/compute";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    /** Puts the servers of the scenario into the cloud. */
    public void seed(UnaryOperator<String> projectIds, String user) {
        scenario.servers().forEach(server -> servers.seed(server, projectIds.apply(server.project()), user));
    }

    /** What a project has of what is limited. */
    private Map<String, Integer> used(String project) {
        List<ObjectNode> own = servers.table.where("tenant_id", project);
        int cores = own.stream().mapToInt(row -> servers.size(row, "vcpus")).sum();
        int ram = own.stream().mapToInt(row -> servers.size(row, "ram")).sum();
        return Map.of("instances", own.size(), "cores", cores, "ram", ram);
    }

    private Answer limits(Request request) {
        ObjectNode absolute =
                Json.object().put("maxTotalInstances", scenario.quota().servers());
        absolute.put("maxTotalCores", 20).put("maxTotalRAMSize", 51200).put("maxServerMeta", 128);
        absolute.put("maxImageMeta", 128).put("maxPersonality", 5).put("maxPersonalitySize", 10240);
        absolute.put("maxTotalKeypairs", 100).put("maxServerGroups", 10).put("maxServerGroupMembers", 10);
        absolute.put("maxTotalFloatingIps", -1).put("maxSecurityGroups", -1).put("maxSecurityGroupRules", -1);
        absolute.put("totalRAMUsed", 0).put("totalCoresUsed", 0);
        absolute.put(
                "totalInstancesUsed",
                servers.table.where("tenant_id", request.caller().project()).size());
        absolute.put("totalFloatingIpsUsed", 0)
                .put("totalSecurityGroupsUsed", 0)
                .put("totalServerGroupsUsed", 0);
        ObjectNode limits = Json.object();
        limits.set("rate", Json.array());
        limits.set("absolute", absolute);
        return Answer.ok(Json.object().set("limits", limits));
    }

    static Refused policy(String rule) {
        return Refused.forbidden("Policy doesn't allow os_compute_api:" + rule + " to be performed.");
    }

    private static ObjectNode describe(Request request, String id, String min, String max, String path, String date) {
        ObjectNode version = Json.object().put("id", id);
        version.put("status", max.isEmpty() ? "SUPPORTED" : "CURRENT")
                .put("version", max)
                .put("min_version", min);
        version.put("updated", date).set("links", Json.array(List.of(Json.link("self", request.base() + path))));
        return version;
    }

    private static ObjectNode current(Request request) {
        return describe(
                request,
                "v2.1",
                ComputeManners.LOWEST.toString(),
                ComputeManners.HIGHEST.toString(),
                "/v2.1/",
                "2013-07-23T11:33:21Z");
    }

    private static Answer versions(Request request) {
        ObjectNode old = describe(request, "v2.0", "", "", "/v2/", "2011-01-21T11:33:21Z");
        return Answer.ok(Json.object().set("versions", Json.array(List.of(old, current(request)))));
    }

    private static Answer version(Request request) {
        ObjectNode version = current(request);
        version.withArray("links")
                .add(Json.object()
                        .put("rel", "describedby")
                        .put("type", "text/html")
                        .put("href", "http://docs.openstack.org/"));
        version.set(
                "media-types",
                Json.array(List.of(Json.object()
                        .put("base", "application/json")
                        .put("type", "application/vnd.openstack.compute+json;version=2.1"))));
        return Answer.ok(Json.object().set("version", version));
    }

    private Answer zones(Request request) {
        List<ObjectNode> zones = scenario.zones().stream()
                .map(name -> {
                    ObjectNode zone = Json.object().put("zoneName", name);
                    zone.set("zoneState", Json.object().put("available", true));
                    return zone.putNull("hosts");
                })
                .toList();
        return Answer.ok(Json.object().set("availabilityZoneInfo", Json.array(zones)));
    }

    private static Answer hypervisors(Request request) {
        if (!request.caller().isAdmin()) {
            throw policy("os-hypervisors:list");
        }
        return Answer.ok(Json.object().set("hypervisors", Json.array()));
    }
}
