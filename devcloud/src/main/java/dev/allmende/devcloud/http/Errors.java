package dev.allmende.devcloud.http;

import dev.allmende.devcloud.world.Json;

/** Errors that several services share. */
public final class Errors {
    private static final String WANTS_LOGIN = "The request you have made requires authentication.";

    private Errors() {}

    /** What keystonemiddleware's auth_token answers in front of most services. */
    public static Answer keystoneMiddleware(Request request) {
        return Answer.json(
                        401,
                        Json.object()
                                .set(
                                        "error",
                                        Json.object()
                                                .put("code", 401)
                                                .put("title", "Unauthorized")
                                                .put("message", WANTS_LOGIN)))
                .with("WWW-Authenticate", "Keystone uri=\"" + request.root() + "/identity\"");
    }

    /** Nova's and Cinder's body: one key that names the fault (nova/api/openstack/wsgi.py, Fault). */
    public static Answer fault(Refused refusal, String contentType) {
        String kind = switch (refusal.status()) {
            case 400 -> "badRequest";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 405 -> "badMethod";
            case 409 -> "conflictingRequest";
            case 413, 429 -> "overLimit";
            case 415 -> "badMediaType";
            case 501 -> "notImplemented";
            case 503 -> "serviceUnavailable";
            default -> "computeFault";
        };
        var inner = Json.object().put("code", refusal.status()).put("message", refusal.text());
        if (refusal.status() == 413) {
            inner.put("retryAfter", "0");
        }
        Answer answer = Answer.json(refusal.status(), Json.object().set(kind, inner));
        Answer typed = new Answer(answer.status(), java.util.Map.of("Content-Type", contentType), answer.body());
        return refusal.status() == 413 ? typed.with("Retry-After", "0") : typed;
    }
}
