package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Interruption;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.Assessment;
import dev.allmende.conformance.Selection;
import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.snapshot.BadSnapshotFile;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.snapshot.SnapshotFile;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.config.CloudConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks an OpenStack cloud, a demo cloud, or a recorded snapshot. */
@Command(
        name = "iaas",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Judge an OpenStack cloud by the scope SCS-compatible IaaS.",
            "",
            "Exit codes: 0 conforms, 1 does not conform, 2 could not be judged completely, 64 wrong command line,"
                    + " 65 broken input file, 69 cloud not reachable, 77 login refused, 78 cloud not configured,"
                    + " 130 interrupted.",
            ""
        })
public final class IaasCommand implements Callable<Integer> {

    /** For whoever has just seen the demonstration. */
    private static final String NEXT = """

            That was a cloud inside this program. Next:
              allmende check iaas --demo=good                a cloud that conforms
              allmende check explain scs-0100-syntax-check   what a test case judges, and where it stands
              allmende check iaas --cloud NAME --read-only   your own cloud of clouds.yaml, unchanged
            """;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it; the standard mixin would take --version for itself
    private boolean help;

    @Mixin
    private final CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--admin-cloud",
            paramLabel = "NAME",
            description = "Cloud of clouds.yaml with an admin login, only for test cases that must make users and"
                    + " projects of their own (domain manager); they need --beyond all.")
    private @Nullable String adminCloud;

    @Option(
            names = "--demo",
            arity = "0..1",
            paramLabel = "SCENARIO",
            fallbackValue = "demo",
            description =
                    "Check a cloud that Allmende plays itself (scenario demo, good, or a file), and write the HTML"
                            + " report.")
    private @Nullable String demo;

    @Option(names = "--replay", paramLabel = "FILE", description = "Judge what --record kept; asks no cloud.")
    private @Nullable Path replay;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep what the cloud answered, without secrets; .gz is compressed.")
    private @Nullable Path record;

    @Option(names = "--read-only", description = "Never change the cloud; test cases that must are ABORT.")
    private boolean readOnly;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "1800",
            description = "Give up asking after this long; what was seen is judged. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @ArgGroup(exclusive = false, validate = false, heading = "%nBy what to judge:%n")
    private final JudgeOptions judge = new JudgeOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nOutput:%n")
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Say on standard error what is being asked.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no notes on standard error.")
    private boolean quiet;

    private final Terminal terminal;
    private @Nullable Scope scope;

    public IaasCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var outputs = outputs();
        onlyOneSource();
        if (replay != null) {
            var snapshot = read(replay);
            return finish(assess(snapshot, List.of()), outputs, false);
        }
        var by = judge.wanted(LocalDate.now(ZoneOffset.UTC));
        Supplier<List<TestCase>> wanted = () -> select(by).testCases();
        if (judge.namesRules()) {
            // A typing error must not cost a login.
            var _ = select(by);
        }
        var asking = new Asking(terminal, quiet, verbose, readOnly, Duration.ofSeconds(timeout));
        return Interruption.guard(
                () -> {
                    var seen = demo != null
                            ? asking.demo(demo, wanted)
                            : asking.cloud(cloud.config(terminal), admin(), wanted);
                    keep(seen.snapshot());
                    return finish(assess(seen.snapshot(), seen.leftovers()), outputs, seen.cutOff());
                },
                terminal.err(),
                "Stopping: removing what this run created, then judging what was seen. (Killed now, the rest is removed"
                        + " by: allmende check cleanup)");
    }

    private void onlyOneSource() {
        var given = new ArrayList<String>();
        if (demo != null) {
            given.add("--demo");
        }
        if (replay != null) {
            given.add("--replay");
        }
        if (cloud.given()) {
            given.add("--cloud");
        }
        if (given.size() > 1) {
            throw new UserError(ExitCode.USAGE, String.join(" and ", given) + " exclude each other: give one");
        }
        if (replay != null && record != null) {
            throw new UserError(ExitCode.USAGE, "--record keeps what a cloud answers; with --replay there is no cloud");
        }
    }

    private @Nullable CloudConfig admin() {
        return adminCloud == null ? null : CloudOptions.config(terminal, adminCloud);
    }

    private List<OutputOptions.Output> outputs() {
        var outputs = new ArrayList<>(output.parse());
        if (demo != null && !output.given()) {
            outputs.add(OutputOptions.demoPage());
        }
        return outputs;
    }

    private Scope scope() {
        var read = scope;
        if (read == null) {
            read = judge.scope();
            scope = read;
        }
        return read;
    }

    private Selection select(Selection.Wanted by) {
        try {
            return Selection.of(TestCases.all(), scope(), by);
        } catch (Selection.NoSuchVersion unknown) {
            throw new UserError(ExitCode.USAGE, String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private Report assess(Snapshot snapshot, List<String> leftovers) {
        var seen = LocalDate.ofInstant(snapshot.header().takenAt(), ZoneOffset.UTC);
        var by = new Assessment.By(
                scope(),
                select(judge.wanted(seen)),
                judge.date(seen),
                judge.mode(),
                judge.subject(snapshot.header().cloud()),
                judge.arguments());
        return Assessment.of(snapshot, by, leftovers);
    }

    private static Snapshot read(Path file) {
        try {
            return SnapshotFile.read(file);
        } catch (BadSnapshotFile bad) {
            throw new UserError(ExitCode.DATA, String.valueOf(bad.getMessage()), bad);
        }
    }

    private void keep(Snapshot snapshot) {
        if (record == null) {
            return;
        }
        SnapshotFile.write(record, snapshot);
        if (!quiet) {
            terminal.err().println("snapshot: " + record + "  (judge it again with --replay " + record + ")");
        }
    }

    private int finish(Report report, List<OutputOptions.Output> outputs, boolean cutOff) throws IOException {
        output.write(report, outputs, terminal, quiet);
        if (demo != null && !quiet) {
            NEXT.lines().forEach(terminal.err()::println);
        }
        int exitCode = ReportExit.of(report);
        return cutOff && exitCode == ExitCode.CONFORMS ? ExitCode.NOT_JUDGED : exitCode;
    }
}
