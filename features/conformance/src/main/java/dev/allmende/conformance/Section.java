package dev.allmende.conformance;

import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.TestCaseRef;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.TestCase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a test case costs. Scopes may label their test cases with sections (scs-0003-v1); SCS-compatible IaaS does not,
 * though upstream's nightly runs ask for "light" and "medium" ones: there the cost is the label.
 */
public enum Section {
    /** Only reads: seconds. */
    LIGHT,
    /** Creates something small, a secret or a security group: seconds. */
    MEDIUM,
    /** Boots a server, moves volumes or makes users: minutes. */
    HEAVY;

    /** Names of inputs; a test holds that each is one. */
    static final Set<String> HEAVY_INPUTS = Set.of("vm-console", "volume-backup", "volume-snapshot", "domain-manager");

    /** The word users type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label that the scope gives, else what it costs. */
    public static String of(TestCase testCase, Scope scope) {
        return scope.testCase(testCase.id())
                .map(TestCaseRef::section)
                .filter(label -> !label.isEmpty())
                .orElseGet(() -> cost(testCase).word());
    }

    /** All labels that may be asked for under this scope. */
    public static List<String> words(Scope scope) {
        return Stream.concat(
                        Stream.of(values()).map(Section::word),
                        scope.testCases().map(TestCaseRef::section).filter(label -> !label.isEmpty()))
                .distinct()
                .toList();
    }

    private static Section cost(TestCase testCase) {
        if (testCase.inputs().stream().map(Input::name).anyMatch(HEAVY_INPUTS::contains)) {
            return HEAVY;
        }
        return testCase.changesCloud() ? MEDIUM : LIGHT;
    }
}
