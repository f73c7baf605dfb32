package dev.allmende.devcloud.placement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.http.Webob;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;

/** Placement: its version document, and resource providers that only admins may list. */
public final class Placement implements Service, Manners {
    private static final Microversion LOWEST = new Microversion(1, 0);
    private static final Microversion HIGHEST = new Microversion(1, 39);

    private final Routes routes = new Routes();

    public Placement() {
        routes.open("GET", "", _ -> versions())
                .open("GET", "/", _ -> versions())
                .on("GET", "/resource_providers", Placement::providers);
    }

    @Override
    public String prefix() {
        return "/placement";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return this;
    }

    private static Answer versions() {
        ObjectNode version = Json.object().put("id", "v1.0").put("max_version", HIGHEST.toString());
        version.put("min_version", LOWEST.toString()).put("status", "CURRENT");
        version.set("links", Json.array(List.of(Json.link("self", ""))));
        return Answer.ok(Json.object().set("versions", Json.array(List.of(version))));
    }

    private static Answer providers(Request request) {
        if (!request.caller().isAdmin()) {
            throw Refused.forbidden("Access was denied to this resource.\n\n Policy does not allow"
                    + " placement:resource_providers:list to be performed.  ");
        }
        return Answer.ok(Json.object().set("resource_providers", Json.array()));
    }

    @Override
    public Answer refused(Request request, Refused refusal) {
        ObjectNode error = Json.object().put("status", refusal.status());
        error.put("title", Webob.reason(refusal.status())).put("detail", refusal.text());
        error.put("request_id", request.id());
        if (refusal.status() == 406) {
            error.put("max_version", HIGHEST.toString()).put("min_version", LOWEST.toString());
        }
        return Answer.json(refusal.status(), Json.object().set("errors", Json.array(List.of(error))));
    }

    @Override
    public Answer noRoute(Request request) {
        return refused(request, Refused.notFound("The resource could not be found.\n\n   "));
    }

    @Override
    public Optional<Answer> before(Request request) {
        Microversion asked = Microversion.of(request, "placement", "", LOWEST, HIGHEST);
        return asked.isWithin(LOWEST, HIGHEST)
                ? Optional.empty()
                : Optional.of(refused(
                        request,
                        new Refused(
                                406,
                                "",
                                "The resource could not be generated that was acceptable to your browser (content of type"
                                        + " application/json. \n\n Invalid microversion: Unacceptable version header: "
                                        + asked)));
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        Answer dressed = Manners.super.dress(request, answer);
        return switch (answer.status()) {
            case 401, 406 -> dressed;
            case 200 ->
                dressed.with("OpenStack-API-Version", "placement " + version(request))
                        .with("Vary", "openstack-api-version");
            default -> dressed.with("OpenStack-API-Version", "placement " + version(request));
        };
    }

    private static Microversion version(Request request) {
        return Microversion.of(request, "placement", "", LOWEST, HIGHEST);
    }
}
