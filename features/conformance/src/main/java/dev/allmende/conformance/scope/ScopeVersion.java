package dev.allmende.conformance.scope;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a scope.
 *
 * @param stabilizedAt from then on it may not change
 * @param targets test case ids by target, the union over all included modules
 */
public record ScopeVersion(
        String name, Optional<LocalDate> stabilizedAt, List<Include> includes, Map<String, List<String>> targets) {

    public ScopeVersion {
        includes = List.copyOf(includes);
        targets = ScopeModule.copy(targets);
    }

    /** A module taken in, with what it is told. */
    public record Include(String module, Map<String, String> parameters) {
        public Include {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    static ScopeVersion of(
            String name, Optional<LocalDate> stabilizedAt, List<Include> includes, Map<String, ScopeModule> modules) {
        var targets = new LinkedHashMap<String, List<String>>();
        for (var include : includes) {
            var module = modules.get(include.module());
            if (module != null) {
                module.targets()
                        .forEach((target, ids) -> targets.computeIfAbsent(target, t -> new ArrayList<>())
                                .addAll(ids));
            }
        }
        return new ScopeVersion(name, stabilizedAt, includes, targets);
    }

    /** Ids of one target; empty when the version has no such target. */
    public List<String> target(String target) {
        return targets.getOrDefault(target, List.of());
    }
}
