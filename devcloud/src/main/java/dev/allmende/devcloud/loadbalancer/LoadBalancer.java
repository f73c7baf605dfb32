package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.network.ServerPorts;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.stream.IntStream;

/** Octavia: versions, lists, and the wiring of its parts. Its load balancers move no packet. */
public final class LoadBalancer implements Service, Manners {
    static final List<String> PROVIDERS = List.of("amphora", "octavia");

    private final Routes routes = new Routes();

    public LoadBalancer(Scenario scenario, World world, Faults faults, ServerPorts ports) {
        routes.open("GET", "", LoadBalancer::versions)
                .open("GET", "/", LoadBalancer::versions)
                .on("GET", "/v2", _ -> Answer.ok(Json.object().textNode("v2")));
        Tree tree = new Tree(world, faults, scenario.timing().loadBalancer());
        Limits limits = new Limits();
        for (String root : List.of("/v2/lbaas/", "/v2.0/lbaas/")) {
            routes.on("GET", root + "flavors", r -> list(r, "flavors", List.of()))
                    .on("GET", root + "providers", _ -> providers());
            limits.routes(routes, root);
            new Balancers(tree, ports, faults, limits).routes(routes, root);
            new Parts(tree).routes(routes, root);
        }
    }

    @Override
    public String prefix() {
        return "/load-balancer";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return this;
    }

    /** The rows of the caller's project, filtered by the fields that the query names. */
    static Answer list(Request request, String kind, List<ObjectNode> rows) {
        List<ObjectNode> found = rows.stream()
                .filter(row -> request.caller().isAdmin()
                        || row.path("project_id")
                                .asText()
                                .equals(request.caller().project()))
                .filter(row -> request.query().values().entrySet().stream()
                        .allMatch(filter -> matches(row, filter.getKey(), filter.getValue())))
                .toList();
        ObjectNode body = Json.object();
        body.set(kind, Json.array(found));
        body.set(kind + "_links", Json.array());
        return Answer.ok(body);
    }

    private static boolean matches(ObjectNode row, String field, List<String> wanted) {
        if (field.equals("loadbalancer_id")) {
            return row.path("loadbalancers").findValuesAsText("id").containsAll(wanted);
        }
        if (field.equals("tags")) {
            List<String> tags =
                    row.path("tags").valueStream().map(JsonNode::asText).toList();
            return wanted.stream().allMatch(each -> tags.containsAll(List.of(each.split(","))));
        }
        return !row.has(field) || wanted.contains(row.path(field).asText());
    }

    private static Answer providers() {
        return Answer.ok(Json.object()
                .set(
                        "providers",
                        Json.array(PROVIDERS.stream()
                                .map(name -> Json.object().put("name", name).put("description", "moves no packet"))
                                .toList())));
    }

    private static Answer versions(Request request) {
        List<ObjectNode> versions = IntStream.rangeClosed(0, 26)
                .mapToObj(minor -> {
                    ObjectNode version = Json.object().put("id", "v2." + minor);
                    version.put("status", minor == 26 ? "CURRENT" : "SUPPORTED").put("updated", "2022-08-29T00:00:00Z");
                    ObjectNode link =
                            Json.object().put("href", request.base() + "/v2").put("rel", "self");
                    version.set("links", Json.array(List.of(link)));
                    return version;
                })
                .toList();
        return Answer.ok(Json.object().set("versions", Json.array(versions)));
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        return Answer.json(
                refusal.status(),
                Json.object()
                        .put("faultcode", refusal.status() >= 500 ? "Server" : "Client")
                        .put("faultstring", refusal.text())
                        .putNull("debuginfo"));
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        return answer.status() == 401 ? answer : Manners.super.dress(request, answer);
    }
}
