package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.List;

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
        return rules(api, namespace).stream().anyMatch(Rights::reads);
    }

    /**
     * Those of others than Kubernetes of which the user may make objects.
     *
     * @param namespace empty for what is in none
     */
    public static List<Kind> creatable(Api api, String namespace, List<Kind> kinds) {
        var rules = rules(api, namespace.isEmpty() ? "default" : namespace);
        return kinds.stream()
                .filter(kind -> kind.isOurs() && kind.verbs().contains("create"))
                .filter(kind -> rules.stream().anyMatch(rule -> creates(rule, kind)))
                .filter(kind -> !namespace.isEmpty() || may(api, "create", kind, "", ""))
                .toList();
    }

    private static List<JsonNode> rules(Api api, String namespace) {
        var review = Json.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace);
        try {
            var status = api.post(REVIEWS + "selfsubjectrulesreviews", review).path("status");
            return status.path("resourceRules").valueStream().toList();
        } catch (Refusal refused) {
            return List.of();
        }
    }

    private static boolean creates(JsonNode rule, Kind kind) {
        return names(rule, "verbs", "create")
                && names(rule, "apiGroups", kind.group())
                && names(rule, "resources", kind.plural());
    }

    private static boolean names(JsonNode rule, String field, String name) {
        return rule.path(field)
                .valueStream()
                .anyMatch(one -> one.asText().equals("*") || one.asText().equals(name));
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
