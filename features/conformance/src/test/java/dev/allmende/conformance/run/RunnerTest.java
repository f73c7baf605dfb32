package dev.allmende.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.Observation.Why;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private @Nullable Path folder;

    @Test
    void asksEveryInputOnceHoweverManyNeedIt() {
        var asked = new AtomicInteger();
        var shared = input("shared", session -> {
            asked.incrementAndGet();
            return session.list(ServiceType.COMPUTE, Call.get("/flavors/detail").with("is_public", "None"), "flavors");
        });
        var one = input("one", session -> List.of(RecordedAnswer.text("one", "" + session.facts(shared))));
        var two = input("two", session -> List.of(RecordedAnswer.text("two", "" + session.facts(shared))));

        var result = run(cloud(), cases(one, two, shared));

        assertThat(asked).hasValue(1);
        assertThat(result.snapshot().observations()).containsOnlyKeys("login", "one", "two", "shared");
        var answer = ((Observation.Seen) seen(result, "shared")).answers().getFirst();
        assertThat(answer.request()).isEqualTo("GET compute /flavors/detail?is_public=None");
        assertThat(answer.headers()).containsOnlyKeys("content-type");
    }

    @Test
    void inputsThatFailNeverHideTheOthers() {
        var forbidden = input("forbidden", session -> session.list(ServiceType.NETWORK, Call.get("/403"), "x"));
        var missing = input("missing", session -> {
            throw new OpenStackException(OpenStackException.Kind.MISSING_SERVICE, "no key-manager");
        });
        var broken = input("broken", session -> {
            throw new IllegalStateException("two\nlines");
        });
        var half = input("half", session -> {
            session.ask(ServiceType.IMAGE, Call.get("/v2/images"));
            return session.list(ServiceType.IMAGE, Call.get("/503"), "images");
        });
        var fine = input("fine", session -> List.of(session.ask(ServiceType.IMAGE, Call.get("/403"))));

        var result = run(cloud(), cases(forbidden, missing, broken, half, fine));

        assertThat(notSeen(result, "forbidden").cause()).isEqualTo(Why.FORBIDDEN);
        assertThat(notSeen(result, "missing").cause()).isEqualTo(Why.NO_SERVICE);
        assertThat(notSeen(result, "broken").cause()).isEqualTo(Why.FAILED);
        assertThat(notSeen(result, "half").partial()).hasSize(1);
        assertThat(seen(result, "fine")).isInstanceOf(Observation.Seen.class);
        assertThat(result.cutOff()).isFalse();
    }

    @Test
    void inputsThatWaitForEachOtherAreToldInsteadOfHanging() {
        var other = new AtomicReference<Input<String>>();
        var one = input("one", session -> List.of(RecordedAnswer.text("one", "" + session.facts(other.get()))));
        var two = input("two", session -> List.of(RecordedAnswer.text("two", "" + session.facts(one))));
        other.set(two);
        var self = new AtomicReference<Input<String>>();
        self.set(input("self", session -> List.of(RecordedAnswer.text("self", "" + session.facts(self.get())))));

        var result = run(cloud(), cases(one, two, self.get()));

        assertThat(seen(result, "one") + " " + seen(result, "two")).contains("wait for each other");
        assertThat(notSeen(result, "self").why()).contains("wait for each other");
    }

    @Test
    void changesNothingWhenReadOnly() {
        var acts = new Input<>("acts", Input.Effect.CHANGES, session -> fail(), RunnerTest::textOf);

        var result = new Runner(NOON, Pause.REAL, state(), answer -> answer)
                .run(cloud(), request(cases(acts), true, RunRequest.Limits.USUAL), Progress.SILENT);

        assertThat(notSeen(result, "acts").cause()).isEqualTo(Why.READ_ONLY);
        assertThat(result.snapshot().header().readOnly()).isTrue();
    }

    @Test
    void givesUpAnInputAfterItsLimit() {
        var stuck = input("stuck", session -> {
            new CountDownLatch(1).await();
            return List.of();
        });
        var limits = new RunRequest.Limits(Duration.ofMinutes(5), Duration.ofMillis(50), Duration.ofMinutes(1));

        var result = new Runner(NOON, Pause.REAL, state(), answer -> answer)
                .run(cloud(), request(cases(stuck), false, limits), Progress.SILENT);

        assertThat(notSeen(result, "stuck").why()).isEqualTo("gave up after 0.05 s, the limit per input");
    }

    @Test
    void keepsWhatWasSeenWhenInterrupted() {
        var fine = input("fine", session -> List.of(session.ask(ServiceType.IMAGE, Call.get("/v2/images"))));
        var runThread = Thread.currentThread();
        var stuck = input("stuck", session -> {
            session.facts(fine);
            runThread.interrupt();
            new CountDownLatch(1).await();
            return List.of();
        });

        var result = run(cloud(), cases(stuck, fine));

        assertThat(result.cutOff()).isTrue();
        assertThat(notSeen(result, "stuck").cause()).isEqualTo(Why.SKIPPED);
        assertThat(seen(result, "fine")).isInstanceOf(Observation.Seen.class);
    }

    @Test
    void triesNothingElseWhenTheLoginIsRefused() {
        var cloud = new FakeCloud((service, call) -> FakeCloud.json(200, "{}")) {
            @Override
            public dev.allmende.openstack.identity.Token token() {
                throw new OpenStackException(OpenStackException.Kind.CREDENTIAL, "wrong password for demo");
            }
        };
        var result = run(cloud, cases(input("images", session -> fail())));

        assertThat(notSeen(result, "images").why()).isEqualTo("wrong password for demo");
        assertThat(cloud.calls).hasValue(0);
    }

    @Test
    void tellsTheListenerEachInputsBeginAndEndInPairs() {
        var told = new ArrayList<String>();
        var listener = new Progress() {
            @Override
            public void started(String input) {
                told.add("+" + input);
            }

            @Override
            public void finished(String input, Observation seen) {
                told.add("-" + input);
            }
        };
        var fine = input("fine", session -> List.of());

        new Runner(NOON, Pause.REAL, state(), answer -> answer)
                .run(cloud(), request(cases(fine), false, RunRequest.Limits.USUAL), listener);

        assertThat(told).containsExactly("+login", "-login", "+fine", "-fine");
    }

    @Test
    void scrubsAnswersBeforeAnyoneKeepsThem() {
        var fine = input("fine", session -> List.of(session.ask(ServiceType.IMAGE, Call.get("/v2/images"))));
        var result = new Runner(NOON, Pause.REAL, state(), answer -> RecordedAnswer.text(answer.request(), "scrubbed"))
                .run(cloud(), request(cases(fine), false, RunRequest.Limits.USUAL), Progress.SILENT);

        assertThat(result.snapshot().of(fine)).isEqualTo(new Facts.Known.Seen<>("scrubbed"));
    }

    private RunResult run(FakeCloud cloud, List<TestCase> cases) {
        return new Runner(NOON, Pause.REAL, state(), answer -> answer)
                .run(cloud, request(cases, false, RunRequest.Limits.USUAL), Progress.SILENT);
    }

    private static RunRequest request(List<TestCase> cases, boolean readOnly, RunRequest.Limits limits) {
        return new RunRequest(RunId.make(new Random(1)), cases, readOnly, limits, "allmende test");
    }

    private Path state() {
        return java.util.Objects.requireNonNull(folder).resolve("runs");
    }

    private static FakeCloud cloud() {
        return new FakeCloud((service, call) -> switch (call.path()) {
            case "/403" -> FakeCloud.json(403, "{}");
            case "/503" -> FakeCloud.json(503, "{}");
            default -> FakeCloud.json(200, "{\"is\":\"ok\"}");
        });
    }

    private static Input<String> input(String name, Input.Asker asker) {
        return new Input<>(name, Input.Effect.READS, asker, RunnerTest::textOf);
    }

    private static String textOf(List<RecordedAnswer> answers) {
        return answers.isEmpty() ? "" : answers.getFirst().text();
    }

    private static List<RecordedAnswer> fail() {
        throw new AssertionError("must not be asked");
    }

    private static List<TestCase> cases(Input<?>... inputs) {
        return List.of(new TestCase(
                "allmende-test",
                "a test",
                "none",
                "",
                TestCase.Profile.BEYOND,
                List.of(inputs),
                (facts, rules) -> Judgement.pass("fine")));
    }

    private static Observation seen(RunResult result, String input) {
        return java.util.Objects.requireNonNull(result.snapshot().observations().get(input));
    }

    private static Observation.NotSeen notSeen(RunResult result, String input) {
        return (Observation.NotSeen) seen(result, input);
    }
}
