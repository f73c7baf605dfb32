package dev.allmende.devcloud.identity;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Webob;
import dev.allmende.devcloud.world.Json;
import java.util.Map;
import java.util.Set;

/** Keystone's errors: {@code {"error": {code, message, title}}} (keystone/server/flask/application.py). */
final class IdentityManners implements Manners {
    private static final String WANTS_LOGIN = "The request you have made requires authentication.";

    @Override
    public Answer refused(Request request, Refused refusal) {
        Answer answer = Answer.json(
                refusal.status(),
                Json.object()
                        .set(
                                "error",
                                Json.object()
                                        .put("code", refusal.status())
                                        .put("message", refusal.text())
                                        .put("title", Webob.reason(refusal.status()))));
        return refusal.status() == 401
                ? answer.with("WWW-Authenticate", "Keystone uri=\"" + request.base() + "/v3\"")
                : answer;
    }

    @Override
    public Answer unauthorized(Request request) {
        return refused(request, unauthorized());
    }

    static Refused unauthorized() {
        return new Refused(401, "", WANTS_LOGIN);
    }

    /** Flask's own page. */
    @Override
    public Answer noRoute(Request request) {
        return page(
                404,
                "The requested URL was not found on the server. If you entered the URL manually please check your"
                        + " spelling and try again.");
    }

    @Override
    public Answer wrongMethod(Request request, Set<String> known) {
        return page(405, "The method is not allowed for the requested URL.").with("Allow", String.join(", ", known));
    }

    private static Answer page(int status, String text) {
        String reason = Webob.reason(status);
        return Answer.text(
                status,
                "text/html; charset=utf-8",
                "<!doctype html>\n<html lang=en>\n<title>" + status + " " + reason + "</title>\n<h1>" + reason
                        + "</h1>\n<p>" + text + "</p>\n");
    }

    @Override
    public boolean tokenFirst() {
        return false;
    }

    @Override
    public Answer dress(Request request, Answer answer) {
        return Manners.super.dress(request, answer).with("Vary", "X-Auth-Token");
    }

    static Map<String, String> subject(String token) {
        return Map.of("Content-Type", "application/json", "X-Subject-Token", token);
    }
}
