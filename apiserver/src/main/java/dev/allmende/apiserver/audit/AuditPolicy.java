package dev.allmende.apiserver.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.authz.Attributes;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much to write of which request: the first rule that fits decides (audit.k8s.io/v1 Policy).
 *
 * @param otherwise when no rule fits; Kubernetes has {@code None} there
 */
public record AuditPolicy(List<Rule> rules, Recording otherwise) {

    /** @param omitted stages that are not written */
    public record Recording(Level level, Set<Stage> omitted) {
        public static final Recording NOTHING = new Recording(Level.NONE, Set.of());

        public Recording {
            omitted = Set.copyOf(omitted);
        }

        public boolean writes(Stage stage) {
            return level != Level.NONE && !omitted.contains(stage);
        }
    }

    /** Empty lists fit everything. */
    record Rule(
            Recording recording,
            List<String> users,
            List<String> groups,
            List<String> verbs,
            List<Resources> resources,
            List<String> namespaces,
            List<String> paths) {}

    record Resources(String group, List<String> resources, List<String> names) {}

    /** Metadata of everything but health checks, written when it is over, and at the begin of a watch. */
    public static AuditPolicy standard() {
        var health = List.of("/healthz*", "/livez*", "/readyz*");
        return new AuditPolicy(
                List.of(new Rule(Recording.NOTHING, List.of(), List.of(), List.of(), List.of(), List.of(), health)),
                new Recording(Level.METADATA, EnumSet.of(Stage.REQUEST_RECEIVED)));
    }

    /** @throws IllegalArgumentException naming the rule and what is wrong in it */
    public static AuditPolicy parse(JsonNode policy) {
        if (!Json.string(policy, "kind").equals("Policy")
                || !Json.string(policy, "apiVersion").equals("audit.k8s.io/v1")) {
            throw new IllegalArgumentException("audit policy: expected apiVersion audit.k8s.io/v1, kind Policy");
        }
        var everywhere = stages(policy.path("omitStages"), "omitStages");
        var rules = new ArrayList<Rule>();
        for (var rule : policy.path("rules")) {
            rules.add(rule(rule, "rules[%d]".formatted(rules.size()), everywhere));
        }
        return new AuditPolicy(List.copyOf(rules), new Recording(Level.NONE, everywhere));
    }

    private static Rule rule(JsonNode rule, String where, Set<Stage> everywhere) {
        var omitted = EnumSet.noneOf(Stage.class);
        omitted.addAll(everywhere);
        omitted.addAll(stages(rule.path("omitStages"), where + ".omitStages"));
        var resources = new ArrayList<Resources>();
        rule.path("resources")
                .forEach(one -> resources.add(new Resources(
                        Json.string(one, "group"), texts(one.path("resources")), texts(one.path("resourceNames")))));
        var paths = texts(rule.path("nonResourceURLs"));
        if (!paths.isEmpty() && !resources.isEmpty()) {
            throw new IllegalArgumentException(
                    "audit policy: %s has resources and nonResourceURLs; make two rules of it".formatted(where));
        }
        return new Rule(
                new Recording(level(Json.string(rule, "level"), where), omitted),
                texts(rule.path("users")),
                texts(rule.path("userGroups")),
                texts(rule.path("verbs")),
                List.copyOf(resources),
                texts(rule.path("namespaces")),
                paths);
    }

    private static Level level(String word, String where) {
        return Arrays.stream(Level.values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "audit policy: %s.level is \"%s\"; expected None, Metadata, Request or RequestResponse"
                                .formatted(where, word)));
    }

    private static Set<Stage> stages(JsonNode words, String where) {
        var stages = EnumSet.noneOf(Stage.class);
        for (var word : words) {
            stages.add(Arrays.stream(Stage.values())
                    .filter(stage -> stage.word().equals(word.asText()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "audit policy: %s: there is no stage \"%s\"".formatted(where, word.asText()))));
        }
        return stages;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    /** @param asked by the user who logged in, before any impersonation */
    public Recording judge(Attributes asked) {
        for (var rule : rules) {
            if (fits(rule, asked)) {
                return rule.recording();
            }
        }
        return otherwise;
    }

    private static boolean fits(Rule rule, Attributes asked) {
        var user = asked.user();
        boolean groups = rule.groups().isEmpty() || user.groups().stream().anyMatch(rule.groups()::contains);
        return groups
                && among(rule.users(), user.name())
                && among(rule.verbs(), asked.verb())
                && fitsTarget(rule, asked);
    }

    private static boolean fitsTarget(Rule rule, Attributes asked) {
        boolean forResources = !rule.resources().isEmpty() || !rule.namespaces().isEmpty();
        return switch (asked) {
            case Attributes.OfResource on
            when forResources ->
                among(rule.namespaces(), on.namespace())
                        && (rule.resources().isEmpty()
                                || rule.resources().stream().anyMatch(one -> fits(one, on)));
            case Attributes.OfResource _ -> rule.paths().isEmpty();
            case Attributes.OfPath path ->
                !forResources
                        && (rule.paths().isEmpty() || rule.paths().stream().anyMatch(one -> fits(one, path.path())));
        };
    }

    private static boolean fits(Resources one, Attributes.OfResource on) {
        return one.group().equals(on.group())
                && among(one.names(), on.name())
                && (one.resources().isEmpty() || one.resources().stream().anyMatch(resource -> fits(resource, on)));
    }

    private static boolean fits(String resource, Attributes.OfResource on) {
        if (resource.equals("*") || resource.equals(on.resource() + "/*")) {
            return true;
        }
        return on.subresource().isEmpty()
                ? resource.equals(on.resource())
                : resource.equals(on.resource() + "/" + on.subresource()) || resource.equals("*/" + on.subresource());
    }

    private static boolean fits(String wanted, String path) {
        return wanted.endsWith("*") ? path.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(path);
    }

    private static boolean among(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
