package dev.allmende.devcloud.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.stream.Stream;

/** Designate: versions and an empty list of zones. */
public final class Dns implements Service, Manners {
    private final Routes routes = new Routes();

    public Dns() {
        routes.open("GET", "", Dns::versions).open("GET", "/", Dns::versions).on("GET", "/v2/zones", Dns::zones);
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

    private static Answer zones(Request request) {
        ObjectNode body = Json.object();
        body.set("zones", Json.array());
        body.set("links", Json.object().put("self", request.base() + "/v2/zones"));
        body.set("metadata", Json.object().put("total_count", 0));
        return Answer.ok(body);
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        return Answer.json(
                refusal.status(),
                Json.object()
                        .put("code", refusal.status())
                        .put("type", refusal.status() == 404 ? "not_found" : "bad_request")
                        .put("message", refusal.text())
                        .put("request_id", request.id()));
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
