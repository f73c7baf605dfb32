package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to "may I" and "may they": the four reviews of authorization.k8s.io/v1. Each takes the object that was posted and
 * returns it with its status (Kubernetes registry/authorization). Selectors in the attributes do not narrow the question,
 * as Kubernetes' RBAC does not look at them either.
 */
public final class AccessReviews {

    private static final String GROUP = "authorization.k8s.io";

    private final Authorizer authorizer;
    private final RbacIndex index;

    /** @param authorizer decides; may be another than the index, say one that adds rules of its own */
    public AccessReviews(Authorizer authorizer, RbacIndex index) {
        this.authorizer = authorizer;
        this.index = index;
    }

    /** SelfSubjectAccessReview. @throws StatusException 422 when it is not clear what is asked */
    public ObjectNode self(User asker, ObjectNode review) {
        var errors = attributeErrors(review.path("spec"));
        errors.addAll(selectorErrors(review.path("spec")));
        refuse(errors);
        return decided(review, asker);
    }

    /** SubjectAccessReview. @throws StatusException 422 when it is not clear who is meant or what is asked */
    public ObjectNode subject(ObjectNode review) {
        refuse(subjectErrors(review.path("spec")));
        return decided(review, subjectOf(review.path("spec")));
    }

    /**
     * LocalSubjectAccessReview.
     *
     * @param namespace of the request's path
     * @throws StatusException 422, or 400 when the review names another namespace
     */
    public ObjectNode local(String namespace, ObjectNode review) {
        var spec = review.path("spec");
        var errors = subjectErrors(spec);
        var own = Json.string(review, "metadata", "namespace");
        var inside = Json.string(spec, "resourceAttributes", "namespace");
        if (spec.path("resourceAttributes").isObject() && !inside.equals(own.isEmpty() ? namespace : own)) {
            errors.add(FieldError.invalid(
                    "spec.resourceAttributes.namespace", Quoted.text(inside), "must match metadata.namespace"));
        }
        if (spec.path("nonResourceAttributes").isObject()) {
            errors.add(FieldError.invalid(
                    "spec.nonResourceAttributes",
                    pathAsKubernetesPrintsIt(spec),
                    "disallowed on this kind of request"));
        }
        refuse(errors);
        if (!own.isEmpty() && !own.equals(namespace)) {
            throw StatusException.badRequest("spec.resourceAttributes.namespace must match namespace: " + namespace);
        }
        var answer = decided(review, subjectOf(spec));
        answer.withObject("/metadata").put("namespace", namespace);
        return answer;
    }

    /** SelfSubjectRulesReview. @throws StatusException 400 without a namespace */
    public ObjectNode rules(User asker, ObjectNode review) {
        var namespace = Json.string(review, "spec", "namespace");
        if (namespace.isEmpty()) {
            throw StatusException.badRequest("no namespace on request");
        }
        var answer = Json.object().put("kind", "SelfSubjectRulesReview").put("apiVersion", GROUP + "/v1");
        answer.putObject("metadata");
        answer.putObject("spec");
        var status = answer.putObject("status");
        var onResources = status.putArray("resourceRules");
        var onPaths = status.putArray("nonResourceRules");
        for (var rule : index.rulesFor(asker, namespace)) {
            if (!rule.resources().isEmpty()) {
                onResources.add(rule.toJson().without("nonResourceURLs"));
            }
            if (!rule.nonResourceUrls().isEmpty()) {
                onPaths.add(rule.toJson().retain("verbs", "nonResourceURLs"));
            }
        }
        status.put("incomplete", false);
        var errors = index.errorsFor(asker, namespace);
        if (!errors.isEmpty()) {
            status.put("evaluationError", RbacIndex.aggregate(errors));
        }
        return answer;
    }

    private ObjectNode decided(ObjectNode review, User user) {
        var decision = authorizer.decide(attributes(review.path("spec"), user));
        var answer = review.deepCopy();
        answer.withObject("/metadata");
        var status = answer.putObject("status").put("allowed", decision.allowed());
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
        return answer;
    }

    private static Attributes attributes(JsonNode spec, User user) {
        var on = spec.path("resourceAttributes");
        if (on.isObject()) {
            var version = Json.string(on, "version");
            return new Attributes.OfResource(
                    user,
                    Json.string(on, "verb"),
                    Json.string(on, "group"),
                    version.isEmpty() ? "*" : version,
                    Json.string(on, "resource"),
                    Json.string(on, "subresource"),
                    Json.string(on, "namespace"),
                    Json.string(on, "name"));
        }
        var path = spec.path("nonResourceAttributes");
        return new Attributes.OfPath(user, Json.string(path, "verb"), Json.string(path, "path"));
    }

    private static User subjectOf(JsonNode spec) {
        Map<String, List<String>> extra = new HashMap<>();
        spec.path("extra").properties().forEach(entry -> extra.put(entry.getKey(), texts(entry.getValue())));
        return new User(Json.string(spec, "user"), Json.string(spec, "uid"), texts(spec.path("groups")), extra);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<FieldError> subjectErrors(JsonNode spec) {
        var errors = attributeErrors(spec);
        if (Json.string(spec, "user").isEmpty() && spec.path("groups").isEmpty()) {
            errors.add(FieldError.invalid("spec.user", "\"\"", "at least one of user or group must be specified"));
        }
        errors.addAll(selectorErrors(spec));
        return errors;
    }

    private static List<FieldError> attributeErrors(JsonNode spec) {
        var errors = new ArrayList<FieldError>();
        boolean onResource = spec.path("resourceAttributes").isObject();
        boolean onPath = spec.path("nonResourceAttributes").isObject();
        if (onResource && onPath) {
            errors.add(FieldError.invalid(
                    "spec.nonResourceAttributes",
                    pathAsKubernetesPrintsIt(spec),
                    "cannot be specified in combination with resourceAttributes"));
        } else if (!onResource && !onPath) {
            errors.add(FieldError.invalid(
                    "spec.resourceAttributes",
                    "null",
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        }
        return errors;
    }

    private static String pathAsKubernetesPrintsIt(JsonNode spec) {
        var attributes = spec.path("nonResourceAttributes");
        return Json.text(Json.object()
                .put("Path", Json.string(attributes, "path"))
                .put("Verb", Json.string(attributes, "verb")));
    }

    private static List<FieldError> selectorErrors(JsonNode spec) {
        var errors = new ArrayList<FieldError>();
        for (var selector : List.of("fieldSelector", "labelSelector")) {
            selectorErrors(errors, selector, Json.at(spec, "resourceAttributes", selector));
        }
        return errors;
    }

    private static void selectorErrors(List<FieldError> errors, String name, JsonNode selector) {
        if (!selector.isObject()) {
            return;
        }
        var path = "spec.resourceAttributes." + name;
        boolean raw = !Json.string(selector, "rawSelector").isEmpty();
        boolean parsed = !selector.path("requirements").isEmpty();
        if (raw && parsed) {
            errors.add(FieldError.invalid(
                    path + ".rawSelector",
                    Quoted.text(Json.string(selector, "rawSelector")),
                    "may not specified at the same time as requirements"));
        } else if (!raw && !parsed) {
            errors.add(FieldError.required(
                    path + ".requirements",
                    "when %s is specified, requirements or rawSelector is required".formatted(path)));
        }
    }

    /** Kubernetes says the kind in another place only: the message begins with a dot. */
    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw StatusException.invalid(GROUP, "", "", errors);
        }
    }
}
