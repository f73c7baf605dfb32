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
import picocli.CommandLine.Option;

/** Lists the test cases. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the test cases: id, what it takes, where it counts.")
public final class ListCommand implements Callable<Integer> {

    @Option(names = "--markdown", description = "As a Markdown page, as in docs/reference/test-cases.md.")
    private boolean markdown;

    private final Terminal terminal;

    public ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var scope = Scopes.builtin("iaas");
        var out = terminal.out();
        var all = TestCases.all();
        if (markdown) {
            markdown(all, scope);
            return 0;
        }
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

    private void markdown(List<TestCase> all, Scope scope) {
        var out = terminal.out();
        out.println("# Test cases");
        out.println();
        out.println(
                "Made by `allmende check list --markdown`; a test keeps it so. *Changes* means: creates resources in the");
        out.println(
                "cloud to find out, and removes them. *Counts for* names the versions of the scope SCS-compatible IaaS.");
        out.println();
        out.println("| id | what is judged | standard | cloud | counts for |");
        out.println("|---|---|---|---|---|");
        for (var testCase : all) {
            out.printf(
                    "| %s | %s | [%s](%s) | %s | %s |%n",
                    testCase.id(),
                    testCase.title().replace("|", "\\|"),
                    testCase.standard(),
                    testCase.clause(),
                    testCase.changesCloud() ? "changes" : "reads",
                    countsFor(testCase, scope));
        }
    }

    static String countsFor(TestCase testCase, Scope scope) {
        List<String> versions = scope.versions().stream()
                .filter(version -> version.target("main").contains(testCase.id()))
                .map(ScopeVersion::name)
                .toList();
        return versions.isEmpty() ? "beyond the certificate" : versions.stream().collect(Collectors.joining(", "));
    }
}
