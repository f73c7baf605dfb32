package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.Cloud;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Finds out what a selection of test cases needs to know: asks the cloud once per input, all at the same time.
 *
 * <p>Nothing that one input meets ends the run: it always gives a snapshot, with everything that was seen. Interrupting
 * the thread that runs it cuts asking off; what was created is still removed, and the snapshot still comes.
 *
 * @param journals folder of the notes about what runs create
 * @param scrub removes secrets from an answer before anybody keeps it
 */
public record Runner(Clock clock, Pause pause, Path journals, UnaryOperator<RecordedAnswer> scrub) {

    /** Never throws for what the cloud does. */
    public RunResult run(Cloud cloud, RunRequest request, Progress listener) {
        return run(cloud, Optional.empty(), request, listener);
    }

    /**
     * Never throws for what the cloud does.
     *
     * @param admin for what only an administrator can prepare, such as the domains of the domain manager test
     */
    public RunResult run(Cloud cloud, Optional<Admin> admin, RunRequest request, Progress listener) {
        var progress = new OneAtATime(listener);
        var header = header(cloud, request);
        try (var ledger = new Ledger(journals, request.run(), clock)) {
            var leftovers = new ConcurrentHashMap<Integer, Sweep.Leftover>();
            var self = new AtomicReference<Questions>();
            var live = new InputSession.Live(
                    cloud,
                    admin,
                    request.run(),
                    clock,
                    pause,
                    new Recording(scrub),
                    ledger,
                    request.limits().cleanup(),
                    progress,
                    header,
                    leftovers,
                    self::get);
            var questions = new Questions(request, question -> new InputSession(live, question), progress);
            self.set(questions);
            var names = start(questions, request);
            boolean cutOff = questions.awaitAll();
            var snapshot = new Snapshot(header, questions.observations(names));
            return new RunResult(snapshot, linesOf(ledger.left(), leftovers, request.run()), cutOff);
        }
    }

    /**
     * The login comes first and alone: when it fails nothing else is tried, for many logins with a wrong password lock
     * a user out (Keystone, [security_compliance] lockout_failure_attempts).
     */
    private static List<String> start(Questions questions, RunRequest request) {
        var inputs = new LinkedHashSet<Input<?>>();
        inputs.add(Preflight.LOGIN);
        request.cases().stream().map(TestCase::inputs).forEach(inputs::addAll);
        var names = inputs.stream().map(Input::name).toList();
        questions.start(Preflight.LOGIN);
        questions.awaitAll();
        if (questions.observations(List.of()).get(Preflight.LOGIN.name()) instanceof Observation.NotSeen failed) {
            inputs.forEach(input -> questions.startNone(input, failed));
        } else {
            inputs.forEach(questions::start);
        }
        return names;
    }

    private static List<String> linesOf(List<Noted> left, Map<Integer, Sweep.Leftover> known, RunId run) {
        return left.stream()
                .map(resource ->
                        known.getOrDefault(resource.number(), new Sweep.Leftover(resource, "removing it was cut off")))
                .map(leftover -> leftover.line(run.id()))
                .toList();
    }

    private Snapshot.Header header(Cloud cloud, RunRequest request) {
        return new Snapshot.Header(
                request.run().uuid().toString(),
                request.run().id(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                request.tool(),
                cloud.name(),
                cloud.authUrl(),
                cloud.region(),
                request.readOnly());
    }

    /** Keeps listeners from having to be thread-safe. */
    private record OneAtATime(Progress listener) implements Progress {
        @Override
        public synchronized void started(String input) {
            listener.started(input);
        }

        @Override
        public synchronized void said(String input, String line) {
            listener.said(input, line);
        }

        @Override
        public synchronized void finished(String input, Observation seen) {
            listener.finished(input, seen);
        }
    }
}
