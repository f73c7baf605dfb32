package dev.allmende.apiserver.registry;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a paged list goes on: clients hand it back unread (apiserver storage/continue.go).
 *
 * @param resourceVersion of the first page's view; -1 for the newest, when the view is gone and the client accepts that
 * @param after {@code namespace/name} of the last object seen
 */
record Continuation(long resourceVersion, String after) {

    static final long NEWEST = -1;

    private static final String VERSION = "meta.k8s.io/v1";

    static Continuation parse(String token) {
        try {
            var json = Json.readObject(Base64.getUrlDecoder().decode(token));
            long version = json.path("rv").asLong(0);
            var start = json.path("start").asText("");
            if (json.path("v").asText("").equals(VERSION) && version != 0 && !start.isEmpty()) {
                return new Continuation(version, start);
            }
        } catch (IllegalArgumentException | Json.MalformedJson e) {
            // the message below says it
        }
        throw StatusException.badRequest(
                "invalid continue token: continue key is not valid: it must be the one of the page before, unchanged");
    }

    String token() {
        var json = Json.object().put("v", VERSION).put("rv", resourceVersion).put("start", after);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.text(json).getBytes(StandardCharsets.UTF_8));
    }
}
