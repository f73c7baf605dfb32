package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.endpoint.Inside;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Headers;
import dev.allmende.apiserver.request.Query;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The API for one user. It decides what the user may see; nothing here does. */
public final class Api {

    private static final String AGENT = "allmende-web";
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    private final Inside inside;
    private final User user;
    private final String remote;

    /** @param remote address of the browser, for the audit log */
    public Api(Inside inside, User user, String remote) {
        this.inside = inside;
        this.user = user;
        this.remote = remote;
    }

    public User user() {
        return user;
    }

    /** @throws Refusal when the API does not give it */
    public ObjectNode get(String path, Map<String, String> query, String accept) {
        return body(ask("GET", path, query, accept, NOTHING));
    }

    public ObjectNode get(String path) {
        return get(path, Map.of(), JSON);
    }

    public ObjectNode post(String path, ObjectNode object) {
        return post(path, Map.of(), object);
    }

    /** As {@link #post(String, ObjectNode)}, with {@code dryRun} or how strict to be. */
    public ObjectNode post(String path, Map<String, String> query, ObjectNode object) {
        return body(ask("POST", path, query, JSON, Json.write(object)));
    }

    /** Writes an object anew: the one of this version, if it says a version. */
    public ObjectNode put(String path, Map<String, String> query, ObjectNode object) {
        return body(ask("PUT", path, query, JSON, Json.write(object)));
    }

    public void delete(String path, ObjectNode options) {
        body(ask("DELETE", path, Map.of(), JSON, Json.write(options)));
    }

    /** The events of a watch; written by the caller's thread. */
    public Answer.Source watch(String path, Map<String, String> query, String accept) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put("watch", "1");
        return switch (ask("GET", path, all, accept, NOTHING)) {
            case Answer.Streamed stream -> stream.source();
            case Answer.Whole refused -> throw refusal(refused);
        };
    }

    private Answer ask(String method, String path, Map<String, String> query, String accept, byte[] body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> parameters.put(name, List.of(value)));
        var headers = new Headers(
                Map.of("accept", List.of(accept), "content-type", List.of(JSON), "user-agent", List.of(AGENT)));
        return inside.answer(
                user,
                new ApiRequest(
                        method,
                        path,
                        uri(path, query),
                        new Query(parameters),
                        headers,
                        body,
                        List.of(),
                        remote,
                        false));
    }

    private static String uri(String path, Map<String, String> query) {
        var uri = new StringBuilder(path);
        query.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(Addresses.part(name))
                .append('=')
                .append(Addresses.part(value)));
        return uri.toString();
    }

    private static ObjectNode body(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole when whole.code() < 300 -> Json.readObject(whole.body());
            case Answer.Whole refused -> throw refusal(refused);
            case Answer.Streamed _ -> throw new IllegalStateException("a stream where an object was asked for");
        };
    }

    private static Refusal refusal(Answer.Whole answer) {
        if (answer.contentType().startsWith(JSON)) {
            var status = Json.readObject(answer.body());
            List<Refusal.Cause> causes = new ArrayList<>();
            for (var cause : status.path("details").path("causes")) {
                causes.add(new Refusal.Cause(Json.string(cause, "field"), Json.string(cause, "message")));
            }
            return new Refusal(answer.code(), Json.string(status, "message"), Json.string(status, "reason"), causes);
        }
        return new Refusal(answer.code(), new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).strip());
    }
}
