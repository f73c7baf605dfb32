package dev.allmende.conformance.scope;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What decides a group of test cases. Allmende never runs it: kept to say which test cases are judged by hand.
 *
 * @param executable empty when the test cases are manual
 * @param args with {@code {variable}} placeholders
 */
public record Script(Optional<String> executable, String args, Map<String, String> env, List<TestCaseRef> testCases) {

    public Script {
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        testCases = List.copyOf(testCases);
    }

    public boolean manual() {
        return executable.isEmpty();
    }
}
