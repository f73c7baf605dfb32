package dev.allmende.devcloud.dns;

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

/** Designate: versions, errors, and the wiring of its parts. No name server listens to it. */
public final class Dns implements Service, Manners {
    private final Routes routes = new Routes();

    public Dns(Scenario scenario, World world, Faults faults) {
        routes.open("GET", "", Dns::versions).open("GET", "/", Dns::versions);
        Limits limits = new Limits();
        limits.routes(routes);
        Zones zones = new Zones(world, faults, scenario.timing().dns(), limits);
        zones.routes(routes);
        new RecordSets(zones).routes(routes);
    }

    @Override
    public String prefix() {
        return "/dns";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return this;
    }

    private static ObjectNode link(String href, String rel) {
        return Json.object().put("href", href).put("rel", rel);
    }

    private static Answer versions(Request request) {
        List<ObjectNode> versions = Stream.of("v2", "v2.0")
                .map(id -> {
                    ObjectNode version = Json.object().put("id", id);
                    version.set(
                            "links",
                            Json.array(List.of(
                                    link(request.base() + "/v2", "self"),
                                    link("https://docs.openstack.org/api-ref/dns", "help"))));
                    version.put("status", id.equals("v2") ? "SUPPORTED" : "CURRENT");
                    return version.put("updated", "2022-06-29T00:00:00Z");
                })
                .toList();
        return Answer.ok(Json.object().set("versions", Json.array(versions)));
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        String type = refusal.status() == 404 ? "not_found" : "bad_request";
        ObjectNode body = Json.object().put("code", refusal.status());
        body.put("type", refusal.type().isEmpty() ? type : refusal.type());
        if (!refusal.text().isEmpty()) {
            Invalid.into(body, refusal);
        }
        return Answer.json(refusal.status(), body.put("request_id", request.id()));
    }

    @Override
    public Answer noRoute(Request request) {
        return refused(request, Refused.notFound("resource not found"));
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        boolean root = request.path().isEmpty() || request.path().equals("/");
        return root ? answer : Manners.super.dress(request, answer);
    }
}
