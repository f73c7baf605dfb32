package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.TestCase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains test cases. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain test cases: what is judged, on what, and where it stands.")
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", completionCandidates = Ids.class, description = "Ids of test cases.")
    private List<String> ids = new ArrayList<>();

    private final Terminal terminal;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** For completion. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TestCases.all().stream().map(TestCase::id).iterator();
        }
    }

    @Override
    public Integer call() {
        var cases = ids.stream().map(ExplainCommand::find).toList();
        var scope = Scopes.builtin("iaas");
        for (var testCase : cases) {
            terminal.out()
                    .printf(
                            "%s%n  %s%n  standard:   %s%n  clause:     %s%n  counts for: %s%n  needs:      %s%n%n",
                            testCase.id(),
                            testCase.title(),
                            testCase.standard(),
                            testCase.clause(),
                            ListCommand.countsFor(testCase, scope),
                            testCase.inputs().stream().map(ExplainCommand::need).collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private static String need(Input<?> input) {
        return switch (input.effect()) {
            case READS -> input.name();
            case CHANGES -> input.name() + " (creates resources and removes them)";
        };
    }

    private static TestCase find(String id) {
        return TestCases.all().stream()
                .filter(testCase -> testCase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE, "there is no test case '" + id + "'; see: allmende check list" + near(id)));
    }

    private static String near(String id) {
        var near = TestCases.all().stream()
                .map(TestCase::id)
                .filter(other -> other.contains(id) || id.contains(other))
                .limit(5)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "" : " (near: " + near + ")";
    }
}
