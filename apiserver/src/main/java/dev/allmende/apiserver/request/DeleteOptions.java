package dev.allmende.apiserver.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a deletion is meant (Kubernetes meta/v1 DeleteOptions).
 *
 * @param uid the object must have it; empty for any
 * @param resourceVersion the object must have it; empty for any
 */
public record DeleteOptions(boolean dryRun, Propagation propagation, String uid, String resourceVersion) {

    /** What happens to objects that name the deleted one as their owner. */
    public enum Propagation {
        /** They go after it. */
        BACKGROUND,
        /** It stays until they are gone. */
        FOREGROUND,
        /** They stay. */
        ORPHAN
    }

    public static final DeleteOptions DEFAULT = new DeleteOptions(false, Propagation.BACKGROUND, "", "");

    /** Reads the body if there is one, else the query. */
    public static DeleteOptions of(ApiRequest request) {
        if (request.body().length == 0) {
            return new DeleteOptions(
                    WriteOptions.dryRun(request.query().all("dryRun")),
                    propagation(
                            request.query().text("propagationPolicy"),
                            request.query().flag("orphanDependents")),
                    "",
                    "");
        }
        var body = BodyReader.read(request.body(), request.headers().text("Content-Type"))
                .object();
        var kind = body.path("kind").asText("DeleteOptions");
        if (!kind.equals("DeleteOptions")) {
            throw StatusException.badRequest("the body of a DELETE must be DeleteOptions, not " + kind);
        }
        return of(body, request.query());
    }

    private static DeleteOptions of(ObjectNode body, Query query) {
        List<String> dryRun = new ArrayList<>(query.all("dryRun"));
        body.path("dryRun").forEach(value -> dryRun.add(value.asText()));
        return new DeleteOptions(
                WriteOptions.dryRun(dryRun),
                propagation(
                        body.path("propagationPolicy").asText(query.text("propagationPolicy")),
                        body.path("orphanDependents").asBoolean(false)),
                Json.string(body, "preconditions", "uid"),
                Json.string(body, "preconditions", "resourceVersion"));
    }

    private static Propagation propagation(String word, boolean orphan) {
        return switch (word) {
            case "" -> orphan ? Propagation.ORPHAN : Propagation.BACKGROUND;
            case "Background" -> Propagation.BACKGROUND;
            case "Foreground" -> Propagation.FOREGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            default ->
                throw StatusException.badRequest(
                        "propagationPolicy: must be Background, Foreground or Orphan, not \"%s\"".formatted(word));
        };
    }
}
