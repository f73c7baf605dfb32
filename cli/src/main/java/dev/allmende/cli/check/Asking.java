package dev.allmende.cli.check;

import dev.allmende.cli.Product;
import dev.allmende.cli.StateFolder;
import dev.allmende.cli.Terminal;
import dev.allmende.conformance.run.Admin;
import dev.allmende.conformance.run.Pause;
import dev.allmende.conformance.run.Progress;
import dev.allmende.conformance.run.RunId;
import dev.allmende.conformance.run.RunRequest;
import dev.allmende.conformance.run.RunResult;
import dev.allmende.conformance.run.Runner;
import dev.allmende.conformance.snapshot.Secrets;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.identity.Token;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a cloud: opens the login, runs, shows progress. */
record Asking(Terminal terminal, ProgressLine.Style style, boolean readOnly, Duration timeout, int retries) {

    RunResult cloud(CloudConfig config, @Nullable CloudConfig admin, Supplier<List<TestCase>> wanted)
            throws InterruptedException {
        try (var progress = progress()) {
            return cloud(config, admin, wanted, progress);
        }
    }

    /** @param wanted worked out while the login is under way: both take about as long */
    RunResult cloud(CloudConfig config, @Nullable CloudConfig admin, Supplier<List<TestCase>> wanted, Progress progress)
            throws InterruptedException {
        try (var cloud = open(config)) {
            var loggingIn = new FutureTask<>(cloud::token);
            Thread.ofVirtual().name("login").start(loggingIn);
            var cases = wanted.get();
            // A refused login is the user's to mend, and ends the command with its own exit code.
            await(loggingIn);
            if (admin == null) {
                return runner(config).run(cloud, request(cases), progress);
            }
            try (var adminCloud = open(admin)) {
                adminCloud.token();
                var login = Admin.of(adminCloud, admin, options());
                return runner(config, admin).run(cloud, Optional.of(login), request(cases), progress);
            }
        }
    }

    private static void await(FutureTask<Token> login) throws InterruptedException {
        try {
            login.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused
                    ? refused
                    : new IllegalStateException("the login broke off", failed);
        }
    }

    private ClientOptions options() {
        var usual = ClientOptions.standard(Product.version());
        var retry = usual.retry();
        return usual.withRetry(
                new ClientOptions.Retry(retries + 1, retry.base(), retry.longest(), retry.random(), retry.pause()));
    }

    private Cloud open(CloudConfig config) {
        return Clouds.open(config, options());
    }

    private Runner runner(CloudConfig... logins) {
        var secrets = new Secrets(Stream.of(logins)
                .map(login -> login.credential().secret().reveal())
                .toList());
        return new Runner(Clock.systemUTC(), Pause.REAL, StateFolder.runs(terminal.env()), secrets::scrub);
    }

    ProgressLine progress() {
        return new ProgressLine(terminal.err(), terminal.width(), style);
    }

    /** A cloud of this process; its user must be the plain one, as a provider's must. */
    RunResult demo(String scenario, Supplier<List<TestCase>> wanted) throws IOException, InterruptedException {
        try (var demo = DemoCloud.start(scenario)) {
            return cloud(demo.config(DemoCloud.USER), demo.config(DemoCloud.ADMIN), wanted);
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
