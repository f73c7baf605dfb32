package dev.allmende.conformance.scope;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bundle of test cases, usually one version of one standard.
 *
 * @param parameters names that an include assigns, with a help text
 * @param targets test case ids by target: main, recommended, preview
 */
public record ScopeModule(
        String id, String name, String url, Map<String, String> parameters, Map<String, List<String>> targets) {

    public ScopeModule {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        targets = copy(targets);
    }

    static Map<String, List<String>> copy(Map<String, List<String>> targets) {
        var copy = new LinkedHashMap<String, List<String>>();
        targets.forEach((target, ids) -> copy.put(target, List.copyOf(ids)));
        return Collections.unmodifiableMap(copy);
    }
}
