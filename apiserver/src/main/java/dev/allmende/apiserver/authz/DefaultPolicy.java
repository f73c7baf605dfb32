package dev.allmende.apiserver.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roles and bindings that every cluster has (Kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy), as far as
 * this server serves their resources. At each start they are made when absent, and regain rights that were taken away,
 * unless the annotation {@value #AUTO_UPDATE} is {@code false}.
 */
public final class DefaultPolicy {

    private static final String AUTO_UPDATE = "rbac.authorization.kubernetes.io/autoupdate";
    private static final String LABEL = "kubernetes.io/bootstrapping";
    private static final String FILE = "default-policy.json";

    private DefaultPolicy() {}

    /** ClusterRoles and ClusterRoleBindings, complete with aggregated rules, to be stored when absent. */
    public static List<ObjectNode> objects() {
        var objects = new ArrayList<ObjectNode>();
        for (var object : read()) {
            objects.add(complete((ObjectNode) object));
        }
        // Each takes in the one before. A binding has no labels that a selector wants, so it need not be set apart.
        for (var name : List.of("view", "edit", "admin")) {
            var all = List.copyOf(objects);
            objects.replaceAll(object -> Json.string(object, "metadata", "name").equals(name)
                    ? AggregatedRoles.updated(object, all).orElse(object)
                    : object);
        }
        return List.copyOf(objects);
    }

    private static JsonNode read() {
        try (var file = DefaultPolicy.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar: build it again");
            }
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode complete(ObjectNode object) {
        var kind = Json.string(object, "kind");
        var complete = Json.object().put("apiVersion", Escalation.GROUP + "/v1").put("kind", kind);
        var metadata = ((ObjectNode) object.get("metadata")).deepCopy();
        complete.set("metadata", metadata);
        metadata.withObject("/annotations").put(AUTO_UPDATE, "true");
        metadata.withObject("/labels").put(LABEL, "rbac-defaults");
        if (kind.equals("ClusterRole")) {
            complete.set("rules", object.path("rules").isArray() ? object.get("rules") : complete.arrayNode());
            if (object.has("aggregationRule")) {
                complete.set("aggregationRule", object.get("aggregationRule"));
            }
        } else {
            var subjects = complete.putArray("subjects");
            object.path("subjects")
                    .forEach(subject -> subjects.addObject()
                            .put("kind", Json.string(subject, "kind"))
                            .put("apiGroup", Escalation.GROUP)
                            .put("name", Json.string(subject, "name")));
            complete.putObject("roleRef")
                    .put("apiGroup", Escalation.GROUP)
                    .put("kind", "ClusterRole")
                    .put("name", Json.string(metadata, "name"));
        }
        return complete;
    }

    /**
     * The stored object with what it lacks of the default, or empty when it lacks nothing or wants no updates. Nothing is
     * taken away from it: additions of an administrator stay.
     */
    public static Optional<ObjectNode> reconciled(ObjectNode stored, ObjectNode wanted) {
        if (Json.string(Json.at(stored, "metadata", "annotations"), AUTO_UPDATE).equals("false")) {
            return Optional.empty();
        }
        var updated = stored.deepCopy();
        for (var part : List.of("labels", "annotations")) {
            fill((ObjectNode) updated.get("metadata"), part, Json.at(wanted, "metadata", part));
        }
        if (!AggregatedRoles.aggregates(wanted)) {
            addRules(updated, wanted);
            addSubjects(updated, wanted.path("subjects"));
        }
        return updated.equals(stored) ? Optional.empty() : Optional.of(updated);
    }

    private static void fill(ObjectNode metadata, String part, JsonNode wanted) {
        var target = metadata.withObject("/" + part);
        wanted.properties().forEach(entry -> {
            if (!target.has(entry.getKey())) {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void addRules(ObjectNode updated, ObjectNode wanted) {
        var missing = RuleCover.missing(PolicyRule.allOf(updated), PolicyRule.allOf(wanted));
        if (!missing.isEmpty()) {
            var rules = updated.withArray("/rules");
            RuleCover.joinVerbs(missing).forEach(rule -> rules.add(rule.toJson()));
        }
    }

    private static void addSubjects(ObjectNode updated, JsonNode wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        ArrayNode array = updated.withArray("/subjects");
        var present = new ArrayList<JsonNode>();
        array.forEach(present::add);
        wanted.forEach(item -> {
            if (!present.contains(item)) {
                array.add(item);
            }
        });
    }
}
