package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.stream.Stream;

/** Neutron: versions, zones, quotas, extensions, reading of everything, and the wiring of the parts that change things. */
public final class NetworkService implements Service {
    private static final List<String> COLLECTIONS = List.of(
            "networks", "subnets", "routers", "ports", "security-groups", "security-group-rules", "floatingips");

    private final Routes routes = new Routes();
    private final Manners manners = new NetworkManners();
    private final Networks networks;
    private final Groups groups;

    /** @param provider project that owns the external network */
    public NetworkService(Scenario scenario, World world, Faults faults, String provider) {
        networks = new Networks(scenario, world, faults, provider);
        groups = new Groups(networks);
        for (String root : List.of("", "/")) {
            routes.open("GET", root, NetworkService::versions);
        }
        routes.on("GET", "/v2.0/", NetworkService::resources)
                .on("GET", "/v2.0/availability_zones", this::zones)
                .on("GET", "/v2.0/extensions", _ -> extensions());
        networks.quotas.routes(routes, this::used);
        groups.routes(routes);
        new Segments(networks).routes(routes);
        new Ports(networks, groups).routes(routes);
        new Routers(networks).routes(routes);
        new FloatingIps(networks).routes(routes);
        for (String collection : COLLECTIONS) {
            routes.on("GET", "/v2.0/" + collection, r -> list(r, collection))
                    .on("GET", "/v2.0/" + collection + "/{id}", r -> show(r, collection))
                    .on("GET", "/v2.0/" + collection + "/{id}/tags", r -> tags(r, collection))
                    .on("PUT", "/v2.0/" + collection + "/{id}/tags", r -> retag(r, collection));
        }
    }

    @Override
    public String prefix() {
        return "/network";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    /** What Nova asks Neutron for. */
    public ServerPorts serverPorts() {
        return new ServerPorts(networks, groups);
    }

    private Answer list(Request request, String collection) {
        groups.defaultOf(request.caller().project());
        List<ObjectNode> visible = networks.table(collection).where(row -> Networks.visible(request, row)).stream()
                .map(row -> shown(collection, row))
                .toList();
        return Lists.of(request, collection.replace('-', '_'), visible);
    }

    private Answer show(Request request, String collection) {
        ObjectNode row = networks.need(request, collection, request.part("id"));
        return Answer.ok(Json.object().set(Networks.one(collection), shown(collection, row)));
    }

    private int used(String resource, String project) {
        return COLLECTIONS.stream()
                .filter(collection -> Networks.one(collection).equals(resource))
                .findFirst()
                .map(collection -> networks.used(collection, project))
                .orElse(0);
    }

    private Answer tags(Request request, String collection) {
        ObjectNode row = networks.need(request, collection, request.part("id"));
        return Answer.ok(Json.object().set("tags", row.path("tags")));
    }

    private Answer retag(Request request, String collection) {
        String id = networks.need(request, collection, request.part("id"))
                .path("id")
                .asText();
        if (!(request.json("Body contains invalid data").path("tags") instanceof ArrayNode tags)) {
            throw new Refused(400, "BadRequest", "Bad tags request: Invalid tags body.");
        }
        networks.change(collection, id, row -> row.set("tags", tags));
        return tags(request, collection);
    }

    private ObjectNode shown(String collection, ObjectNode row) {
        return collection.equals("security-groups") ? groups.withRules(row) : row;
    }

    private static Answer versions(Request request) {
        ObjectNode version = Json.object().put("id", "v2.0").put("status", "CURRENT");
        version.set("links", Json.array(List.of(Json.link("self", request.base() + "/v2.0/"))));
        return Answer.ok(Json.object().set("versions", Json.array(List.of(version))));
    }

    private static Answer resources(Request request) {
        List<ObjectNode> resources = COLLECTIONS.stream()
                .map(collection -> {
                    ObjectNode row = Json.object()
                            .put("name", Networks.one(collection))
                            .put("collection", collection.replace('-', '_'));
                    row.set("links", Json.array(List.of(Json.link("self", request.base() + "/v2.0/" + collection))));
                    return row;
                })
                .toList();
        return Answer.ok(Json.object().set("resources", Json.array(resources)));
    }

    private Answer zones(Request request) {
        List<ObjectNode> zones = Stream.of("router", "network")
                .flatMap(resource -> networks.scenario.zones().stream()
                        .map(name -> Json.object()
                                .put("state", "available")
                                .put("name", name)
                                .put("resource", resource)))
                .toList();
        return Answer.ok(Json.object().set("availability_zones", Json.array(zones)));
    }

    private Answer extensions() {
        Stream<String> aliases = Stream.of(
                "router", "security-group", "availability_zone", "network_availability_zone", "quotas", "external-net");
        Stream<String> all = networks.scenario.defaultRulesApi()
                ? Stream.concat(aliases, Stream.of("security-groups-default-rules"))
                : aliases;
        List<ObjectNode> rows = all.map(alias -> {
                    ObjectNode row =
                            Json.object().put("name", alias).put("alias", alias).put("description", alias);
                    row.put("updated", "2020-07-15T10:00:00-00:00").set("links", Json.array());
                    return row;
                })
                .toList();
        return Answer.ok(Json.object().set("extensions", Json.array(rows)));
    }
}
