package dev.allmende.conformance.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot that a test writes itself, and test cases judged on it. */
public final class RecordedFacts {

    private final List<TestCase> cases;
    private final Map<String, Observation> observations = new LinkedHashMap<>();

    public RecordedFacts(List<TestCase> cases) {
        this.cases = cases;
    }

    public RecordedFacts seen(String input, RecordedAnswer... answers) {
        observations.put(input, new Observation.Seen(List.of(answers), Duration.ZERO));
        return this;
    }

    public RecordedFacts notSeen(String input, Observation.Why cause, String why) {
        observations.put(input, new Observation.NotSeen(cause, why, List.of(), Duration.ZERO));
        return this;
    }

    public static RecordedAnswer answer(int status, String body) {
        return new RecordedAnswer("GET service /x", status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public Judgement judge(String id, Mode mode) {
        var now = Instant.parse("2026-11-24T12:00:00Z");
        var snapshot = new Snapshot(new Snapshot.Header("u", "r", now, "t", "c", "a", "", true), observations);
        return cases.stream()
                .filter(testCase -> testCase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test case " + id))
                .judge()
                .judge(snapshot, new Rules(mode, now));
    }

    public void assertVerdicts(String id, Verdict upstream, Verdict strict) {
        assertThat(judge(id, Mode.UPSTREAM).verdict())
                .as(id + " upstream " + judge(id, Mode.UPSTREAM))
                .isEqualTo(upstream);
        assertThat(judge(id, Mode.STRICT).verdict())
                .as(id + " strict " + judge(id, Mode.STRICT))
                .isEqualTo(strict);
    }
}
