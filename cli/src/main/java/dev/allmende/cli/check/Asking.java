package dev.allmende.cli.check;

import dev.allmende.cli.Product;
import dev.allmende.cli.StateFolder;
import dev.allmende.cli.Terminal;
import dev.allmende.conformance.run.Pause;
import dev.allmende.conformance.run.RunId;
import dev.allmende.conformance.run.RunRequest;
import dev.allmende.conformance.run.RunResult;
import dev.allmende.conformance.run.Runner;
import dev.allmende.conformance.snapshot.Secrets;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a cloud: opens the login, runs, shows progress. */
record Asking(Terminal terminal, boolean quiet, boolean verbose, boolean readOnly, Duration timeout) {

    RunResult cloud(CloudConfig config, @Nullable CloudConfig admin, List<TestCase> cases) {
        try (var cloud = Clouds.open(config, ClientOptions.standard(Product.version()));
                var progress = progress()) {
            // A refused login is the user's to mend, and ends the command with its own exit code.
            cloud.token();
            return runner(config).run(cloud, request(cases), progress);
        }
    }

    private Runner runner(CloudConfig config) {
        var secrets = new Secrets(List.of(config.credential().secret().reveal()));
        return new Runner(Clock.systemUTC(), Pause.REAL, StateFolder.runs(terminal.env()), secrets::scrub);
    }

    private ProgressLine progress() {
        return new ProgressLine(terminal.err(), terminal.width(), style());
    }

    private ProgressLine.Style style() {
        if (quiet) {
            return ProgressLine.Style.SILENT;
        }
        if (verbose) {
            return ProgressLine.Style.LINES;
        }
        return terminal.errIsTerminal() ? ProgressLine.Style.ONE_LINE : ProgressLine.Style.SILENT;
    }

    /** A cloud of this process; its user must be the plain one, as a provider's must. */
    RunResult demo(String scenario, List<TestCase> cases) throws IOException {
        try (var demo = DemoCloud.start(scenario)) {
            return cloud(demo.config(DemoCloud.USER), demo.config(DemoCloud.ADMIN), cases);
        }
    }

    private RunRequest request(List<TestCase> cases) {
        var usual = RunRequest.Limits.USUAL;
        return new RunRequest(
                RunId.make(new SecureRandom()),
                cases,
                readOnly,
                new RunRequest.Limits(timeout, usual.input(), usual.cleanup()),
                "allmende " + Product.version());
    }
}
