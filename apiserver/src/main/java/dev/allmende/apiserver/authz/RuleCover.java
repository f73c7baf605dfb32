package dev.allmende.apiserver.authz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether rights held include rights to be given. Wildcards count as words here: {@code get} on each resource there is does
 * not cover {@code get} on {@code *} (Kubernetes component-helpers, auth/rbac/validation).
 */
final class RuleCover {

    private RuleCover() {}

    /** The smallest rules (one verb, group, resource, name each) of {@code wanted} that {@code held} does not cover. */
    static List<PolicyRule> missing(List<PolicyRule> held, List<PolicyRule> wanted) {
        return wanted.stream()
                .flatMap(RuleCover::smallest)
                .filter(small -> held.stream().noneMatch(mine -> covers(mine, small)))
                .toList();
    }

    /** Rules that differ in nothing but the verb become one, for a message that one can read. */
    static List<PolicyRule> joinVerbs(List<PolicyRule> small) {
        var joined = new LinkedHashMap<List<List<String>>, List<String>>();
        var paths = new ArrayList<PolicyRule>();
        for (var rule : small) {
            if (!rule.nonResourceUrls().isEmpty()) {
                paths.add(rule);
                continue;
            }
            joined.computeIfAbsent(
                            List.of(rule.apiGroups(), rule.resources(), rule.resourceNames()), _ -> new ArrayList<>())
                    .addAll(rule.verbs());
        }
        joined.forEach(
                (on, verbs) -> paths.add(new PolicyRule(verbs, on.getFirst(), on.get(1), on.getLast(), List.of())));
        return paths;
    }

    private static Stream<PolicyRule> smallest(PolicyRule rule) {
        var onResources = rule.apiGroups().stream()
                .flatMap(group -> rule.resources().stream()
                        .flatMap(resource -> rule.verbs().stream()
                                .flatMap(verb -> names(rule)
                                        .map(name -> new PolicyRule(
                                                List.of(verb), List.of(group), List.of(resource), name, List.of())))));
        var onPaths = rule.nonResourceUrls().stream()
                .flatMap(path -> rule.verbs().stream().map(verb -> PolicyRule.onPaths(List.of(verb), List.of(path))));
        return Stream.concat(onResources, onPaths);
    }

    private static Stream<List<String>> names(PolicyRule rule) {
        return rule.resourceNames().isEmpty()
                ? Stream.of(List.of())
                : rule.resourceNames().stream().map(List::of);
    }

    private static boolean covers(PolicyRule mine, PolicyRule small) {
        if (!has(mine.verbs(), small.verbs())) {
            return false;
        }
        if (!small.nonResourceUrls().isEmpty()) {
            var path = small.nonResourceUrls().getFirst();
            return mine.nonResourceUrls().stream().anyMatch(held -> PolicyRule.pathCovers(held, path));
        }
        var names = small.resourceNames();
        boolean coversName = mine.resourceNames().isEmpty()
                || (!names.isEmpty() && mine.resourceNames().containsAll(names));
        return coversName
                && has(mine.apiGroups(), small.apiGroups())
                && coversResource(mine.resources(), small.resources().getFirst());
    }

    private static boolean has(List<String> mine, List<String> wanted) {
        return mine.contains(PolicyRule.ALL) || mine.containsAll(wanted);
    }

    private static boolean coversResource(List<String> mine, String wanted) {
        int slash = wanted.indexOf('/');
        return mine.contains(PolicyRule.ALL)
                || mine.contains(wanted)
                || (slash >= 0 && mine.contains("*" + wanted.substring(slash)));
    }
}
