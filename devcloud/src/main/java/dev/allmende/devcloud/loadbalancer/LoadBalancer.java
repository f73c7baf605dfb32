package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.stream.IntStream;

/** Octavia: versions and empty lists. It makes no load balancers: a request that asks for a right one gets 503. */
public final class LoadBalancer implements Service, Manners {
    private final Routes routes = new Routes();

    public LoadBalancer() {
        routes.open("GET", "", LoadBalancer::versions)
                .open("GET", "/", LoadBalancer::versions)
                .on("GET", "/v2", _ -> Answer.ok(Json.object().textNode("v2")));
        for (String root : List.of("/v2/lbaas/", "/v2.0/lbaas/")) {
            for (String kind : List.of("loadbalancers", "listeners", "pools", "flavors")) {
                routes.on("GET", root + kind, _ -> none(kind));
            }
            routes.on("GET", root + "providers", _ -> providers())
                    .on("POST", root + "loadbalancers", LoadBalancer::create)
                    .on("GET", root + "loadbalancers/{id}", r -> {
                        throw Refused.notFound("Load Balancer " + r.part("id") + " not found.");
                    });
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

    private static Answer none(String kind) {
        ObjectNode body = Json.object();
        body.set(kind, Json.array());
        body.set(kind + "_links", Json.array());
        return Answer.ok(body);
    }

    private static Answer providers() {
        ObjectNode provider = Json.object().put("name", "amphora").put("description", "makes nothing here");
        return Answer.ok(Json.object().set("providers", Json.array(List.of(provider))));
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

    /** Octavia Zed fails on a body without the wrapper: 500, seen on the test bed. */
    private static Answer create(Request request) {
        ObjectNode wanted = request.wrapped("loadbalancer", "Invalid JSON")
                .orElseThrow(() -> new Refused(500, "", "'UnsetType' object has no attribute 'project_id'"));
        boolean vip = wanted.has("vip_port_id") || wanted.has("vip_network_id") || wanted.has("vip_subnet_id");
        if (!vip) {
            throw Refused.badRequest(
                    "Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.");
        }
        throw new Refused(503, "", "Provider 'amphora' reports error: devcloud makes no load balancers");
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
