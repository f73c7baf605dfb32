package dev.allmende.apiserver.authz;

import dev.allmende.apiserver.authz.Authorizer.Decision;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All rules that one user has in one scope (the cluster, or one namespace), in the order of the bindings' names.
 *
 * <p>Who has many rules gets an index from what is asked to the rules that could allow it. It forgets everything when it is
 * full, so that asking for names that do not exist cannot fill the memory.
 */
final class Grants {

    /** Below this many, looking at each rule is as quick as an index. */
    private static final int FEW = 12;

    private static final int MOST_ASKED = 500;

    /** A rule and the binding that gives it, in words. */
    record Grant(PolicyRule rule, Decision allowed) {}

    private record Asked(String verb, String group, String resource, String subresource) {}

    private final List<Grant> all;
    private final List<String> errors;
    private final ConcurrentHashMap<Asked, List<Grant>> index = new ConcurrentHashMap<>();

    /** @param errors roles that bindings name and that are not there */
    Grants(List<Grant> all, List<String> errors) {
        this.all = List.copyOf(all);
        this.errors = List.copyOf(errors);
    }

    /** The first grant that allows it, or null. */
    @Nullable
    Decision decide(Attributes asked) {
        return switch (asked) {
            case Attributes.OfResource on -> decide(on);
            case Attributes.OfPath path -> first(path);
        };
    }

    private @Nullable Decision decide(Attributes.OfResource on) {
        if (all.size() < FEW) {
            return first(on);
        }
        for (var grant : candidates(new Asked(on.verb(), on.group(), on.resource(), on.subresource()))) {
            if (grant.rule().coversName(on.name())) {
                return grant.allowed();
            }
        }
        return null;
    }

    private @Nullable Decision first(Attributes asked) {
        for (var grant : all) {
            if (grant.rule().allows(asked)) {
                return grant.allowed();
            }
        }
        return null;
    }

    private List<Grant> candidates(Asked asked) {
        var known = index.get(asked);
        if (known != null) {
            return known;
        }
        if (index.size() >= MOST_ASKED) {
            index.clear();
        }
        var found = all.stream()
                .filter(grant ->
                        grant.rule().covers(asked.verb(), asked.group(), asked.resource(), asked.subresource()))
                .toList();
        index.put(asked, found);
        return found;
    }

    List<PolicyRule> rules() {
        return all.stream().map(Grant::rule).toList();
    }

    List<String> errors() {
        return errors;
    }
}
