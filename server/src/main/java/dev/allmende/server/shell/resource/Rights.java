package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;

/** What the user may do, asked of the API, so that pages offer nothing that would be refused. */
public final class Rights {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private Rights() {}

    /** @param name empty for any object */
    public static boolean may(Api api, String verb, Kind kind, String namespace, String name) {
        var review = Json.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        review.putObject("spec")
                .putObject("resourceAttributes")
                .put("verb", verb)
                .put("group", kind.group())
                .put("version", kind.version())
                .put("resource", kind.plural())
                .put("namespace", namespace)
                .put("name", name);
        try {
            return api.post(REVIEWS + "selfsubjectaccessreviews", review)
                    .path("status")
                    .path("allowed")
                    .asBoolean();
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Whether there is anything in the namespace that the user may look at. */
    public static boolean seesInto(Api api, String namespace) {
        var review = Json.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace);
        try {
            var status = api.post(REVIEWS + "selfsubjectrulesreviews", review).path("status");
            for (var rule : status.path("resourceRules")) {
                if (reads(rule)) {
                    return true;
                }
            }
            return false;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static boolean reads(JsonNode rule) {
        for (var verb : rule.path("verbs")) {
            if (verb.asText().equals("*")
                    || verb.asText().equals("list")
                    || verb.asText().equals("get")) {
                return true;
            }
        }
        return false;
    }
}
