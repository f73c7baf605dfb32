package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Failures;
import dev.allmende.cli.Terminal;
import dev.allmende.conformance.run.RunResult;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.config.CloudConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks several clouds at the same time; one that cannot be asked does not keep the others from being judged. */
record SeveralClouds(Terminal terminal, Asking asking) {

    /** Each has its own bound on requests in flight. */
    private static final int AT_ONCE = 8;

    /** What to do with what one cloud answered; gives the exit code for it. */
    interface Finish {
        int of(CloudConfig cloud, RunResult seen) throws Exception;
    }

    /** @return see {@link #worst} */
    int check(List<CloudConfig> clouds, List<TestCase> wanted, Finish finish) throws Exception {
        var codes = new LinkedHashMap<String, Integer>();
        try (var progress = asking.progress();
                var threads = Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofVirtual().name("cloud ", 0).factory())) {
            var runs = new LinkedHashMap<CloudConfig, Future<RunResult>>();
            for (var cloud : clouds) {
                runs.put(
                        cloud,
                        threads.submit(() -> asking.cloud(cloud, null, () -> wanted, progress.of(cloud.name()))));
            }
            for (var run : runs.entrySet()) {
                var cloud = run.getKey();
                var ended = await(run.getValue(), threads);
                codes.put(cloud.name(), progress.aside(() -> tell(cloud, ended, finish)));
            }
        }
        return worst(codes);
    }

    private int tell(CloudConfig cloud, Future<RunResult> ended, Finish finish) throws Exception {
        if (ended.state() == Future.State.SUCCESS) {
            return finish.of(cloud, ended.resultNow());
        }
        if (ended.state() == Future.State.CANCELLED || ended.exceptionNow() instanceof InterruptedException) {
            terminal.err().println("error: " + cloud.name() + ": not asked, the run was cut off before");
            return ExitCode.NOT_JUDGED;
        }
        if (ended.exceptionNow() instanceof Exception refused) {
            terminal.err().println("error: " + cloud.name() + ": " + Failures.message(refused));
            return Failures.exitCode(refused);
        }
        throw new IllegalStateException("checking " + cloud.name() + " broke off", ended.exceptionNow());
    }

    /**
     * Ctrl-C cuts all runs off; each then tidies up and says what it saw, so they are still waited for. The interruption
     * is used up by that: the reports that follow could not be written by an interrupted thread.
     */
    private static Future<RunResult> await(Future<RunResult> run, ExecutorService threads) {
        while (true) {
            try {
                run.get();
                return run;
            } catch (ExecutionException | CancellationException _) {
                return run;
            } catch (InterruptedException byUser) {
                threads.shutdownNow().forEach(unasked -> ((Future<?>) unasked).cancel(false));
            }
        }
    }

    /**
     * One exit code for all: 1 when a cloud does not conform; else, when none could be asked and for the same reason,
     * that reason's; else 2 when one could not be judged or asked; else 0.
     */
    static int worst(Map<String, Integer> codes) {
        if (codes.containsValue(ExitCode.DOES_NOT_CONFORM)) {
            return ExitCode.DOES_NOT_CONFORM;
        }
        var distinct = codes.values().stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.getFirst();
        }
        return ExitCode.NOT_JUDGED;
    }
}
