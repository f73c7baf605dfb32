package dev.allmende.cli.check;

import dev.allmende.cli.CloudOptions;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Interruption;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.Assessment;
import dev.allmende.conformance.Selection;
import dev.allmende.conformance.TestCases;
import dev.allmende.conformance.report.Report;
import dev.allmende.conformance.run.RunResult;
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

    @Option(
            names = {"--cloud", "--os-cloud"},
            paramLabel = "NAME",
            split = ",",
            description =
                    "Cloud of clouds.yaml; default: OS_CLOUD, else the OS_* variables, else the only one there is."
                            + " May be repeated: several are checked at the same time.")
    private List<String> clouds = new ArrayList<>();

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

    @Option(
            names = "--retries",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "How often a request is tried again after 429, 502, 503, 504 or a lost connection, with"
                    + " growing waits. Default: ${DEFAULT-VALUE}.")
    private int retries;

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
        var asking = new Asking(terminal, style(), readOnly, Duration.ofSeconds(timeout), retries);
        return Interruption.guard(
                () -> clouds.size() > 1 ? several(asking, outputs) : one(asking, wanted, outputs),
                terminal.err(),
                "Stopping: removing what this run created, then judging what was seen. (Killed now, the rest is removed"
                        + " by: allmende check cleanup)");
    }

    private int one(Asking asking, Supplier<List<TestCase>> wanted, List<OutputOptions.Output> outputs)
            throws IOException, InterruptedException {
        var seen = demo != null
                ? asking.demo(demo, wanted)
                : asking.cloud(
                        CloudOptions.config(terminal, clouds.isEmpty() ? null : clouds.getFirst()), admin(), wanted);
        keep(seen.snapshot(), record);
        return finish(seen, outputs);
    }

    private int several(Asking asking, List<OutputOptions.Output> outputs) throws Exception {
        var configs = clouds.stream()
                .distinct()
                .map(name -> CloudOptions.config(terminal, name))
                .toList();
        var cases = select(judge.wanted(LocalDate.now(ZoneOffset.UTC))).testCases();
        return new SeveralClouds(terminal, asking).check(configs, cases, (cloud, seen) -> {
            keep(seen.snapshot(), record == null ? null : OutputOptions.fileOf(record, cloud.name()));
            return finish(
                    seen,
                    outputs.stream().map(output -> output.of(cloud.name())).toList());
        });
    }

    private int finish(RunResult seen, List<OutputOptions.Output> outputs) throws IOException {
        return finish(assess(seen.snapshot(), seen.leftovers()), outputs, seen.cutOff());
    }

    /** On a terminal one line that changes; in CI, where a silent job looks dead, a line per event. */
    private ProgressLine.Style style() {
        if (quiet) {
            return ProgressLine.Style.SILENT;
        }
        if (verbose || !terminal.env().getOrDefault("CI", "").isEmpty()) {
            return ProgressLine.Style.LINES;
        }
        return terminal.errIsTerminal() ? ProgressLine.Style.ONE_LINE : ProgressLine.Style.SILENT;
    }

    private void onlyOneSource() {
        var given = new ArrayList<String>();
        if (demo != null) {
            given.add("--demo");
        }
        if (replay != null) {
            given.add("--replay");
        }
        if (!clouds.isEmpty()) {
            given.add("--cloud");
        }
        if (given.size() > 1) {
            throw new UserError(ExitCode.USAGE, String.join(" and ", given) + " exclude each other: give one");
        }
        if (replay != null && record != null) {
            throw new UserError(ExitCode.USAGE, "--record keeps what a cloud answers; with --replay there is no cloud");
        }
        if (retries < 0 || retries > 20) {
            throw new UserError(ExitCode.USAGE, "--retries " + retries + ": a number from 0 to 20");
        }
        if (clouds.size() > 1) {
            fitForSeveral();
        }
    }

    private void fitForSeveral() {
        if (judge.namesSubject()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--subject names one cloud, but there are several: without it each has its own name");
        }
        if (adminCloud != null) {
            throw new UserError(ExitCode.USAGE, "--admin-cloud is a login to one cloud, but there are several");
        }
        if (record != null) {
            OutputOptions.apart("--record", record);
        }
        OutputOptions.several(output.parse());
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
        } catch (Selection.Unknown unknown) {
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

    private void keep(Snapshot snapshot, @Nullable Path file) {
        if (file == null) {
            return;
        }
        SnapshotFile.write(file, snapshot);
        if (!quiet) {
            terminal.err().println("snapshot: " + file + "  (judge it again with --replay " + file + ")");
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
