package dev.allmende.apiserver.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final String KIND = "DeleteOptions";

    /** Reads the body if there is one, else the query: a body makes the query void. */
    public static DeleteOptions of(ApiRequest request) {
        if (request.body().length == 0) {
            var query = request.query();
            var orphan = query.text("orphanDependents").isEmpty() ? null : query.flag("orphanDependents");
            return new DeleteOptions(
                    WriteOptions.dryRun(query.all("dryRun"), KIND),
                    propagation(query.text("propagationPolicy"), orphan),
                    "",
                    "");
        }
        var body = BodyReader.read(request.body(), request.headers().text("Content-Type"))
                .object();
        var kind = body.path("kind").asText(KIND);
        if (!kind.equals(KIND)) {
            throw StatusException.badRequest("the body of a DELETE must be DeleteOptions, not " + kind);
        }
        return of(body);
    }

    private static DeleteOptions of(ObjectNode body) {
        List<String> dryRun = new ArrayList<>();
        body.path("dryRun").forEach(value -> dryRun.add(value.asText()));
        var orphan = body.path("orphanDependents");
        return new DeleteOptions(
                WriteOptions.dryRun(dryRun, KIND),
                propagation(
                        body.path("propagationPolicy").asText(""), orphan.isBoolean() ? orphan.booleanValue() : null),
                Json.string(body, "preconditions", "uid"),
                Json.string(body, "preconditions", "resourceVersion"));
    }

    /** @param orphan the older word for it; null when it is not said */
    private static Propagation propagation(String word, @Nullable Boolean orphan) {
        if (!word.isEmpty() && orphan != null) {
            throw StatusException.invalidOptions(
                    KIND,
                    FieldError.invalid(
                            "propagationPolicy",
                            Quoted.text(word),
                            "orphanDependents and deletionPropagation cannot be both set"));
        }
        return switch (word) {
            case "" -> Boolean.TRUE.equals(orphan) ? Propagation.ORPHAN : Propagation.BACKGROUND;
            case "Background" -> Propagation.BACKGROUND;
            case "Foreground" -> Propagation.FOREGROUND;
            case "Orphan" -> Propagation.ORPHAN;
            default ->
                throw StatusException.invalidOptions(
                        KIND,
                        FieldError.unsupported(
                                "propagationPolicy",
                                Quoted.text(word),
                                "\"Foreground\", \"Background\", \"Orphan\", \"nil\""));
        };
    }
}
