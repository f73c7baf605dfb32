package dev.allmende.cli.check;

import dev.allmende.cli.Terminal;
import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.ScopeVersion;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.testcase.TestCase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists the test cases. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the test cases: id, what it takes, where it counts.")
public final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;

    public ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var scope = Scopes.builtin("iaas");
        var out = terminal.out();
        var all = TestCases.all();
        int width = all.stream().mapToInt(one -> one.id().length()).max().orElse(0);
        var line = "%-" + width + "s  %-8s  %-22s  %s%n";
        out.printf(line, "ID", "CLOUD", "COUNTS FOR", "TITLE");
        for (var testCase : all) {
            out.printf(
                    line,
                    testCase.id(),
                    testCase.changesCloud() ? "changes" : "reads",
                    countsFor(testCase, scope),
                    testCase.title());
        }
        return 0;
    }

    static String countsFor(TestCase testCase, Scope scope) {
        List<String> versions = scope.versions().stream()
                .filter(version -> version.target("main").contains(testCase.id()))
                .map(ScopeVersion::name)
                .toList();
        return versions.isEmpty() ? "beyond the certificate" : versions.stream().collect(Collectors.joining(", "));
    }
}
