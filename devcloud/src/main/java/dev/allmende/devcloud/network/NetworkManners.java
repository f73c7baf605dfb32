package dev.allmende.devcloud.network;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.world.Json;
import java.util.Set;

/** Neutron's errors: {@code {"NeutronError": {type, message, detail}}} (neutron/api/api_common.py, Zed). */
final class NetworkManners implements Manners {
    @Override
    public Answer refused(Request request, Refused refusal) {
        return Answer.json(
                refusal.status(),
                Json.object()
                        .set(
                                "NeutronError",
                                Json.object()
                                        .put("type", refusal.type())
                                        .put("message", refusal.text())
                                        .put("detail", "")));
    }

    @Override
    public Answer noRoute(Request request) {
        return refused(request, new Refused(404, "HTTPNotFound", "The resource could not be found."));
    }

    @Override
    public Answer wrongMethod(Request request, Set<String> known) {
        return refused(
                request,
                new Refused(
                        405,
                        "HTTPMethodNotAllowed",
                        "The server could not comply with the request since it is either malformed or otherwise incorrect."));
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        return request.path().equals("/") || request.path().isEmpty() ? answer : Manners.super.dress(request, answer);
    }
}
