package dev.allmende.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aDefectInOneJudgeHidesNoOther() {
        var outcomes = Judge.all(
                List.of(
                        testCase("scs-0000-broken", Input.Effect.READS, (facts, rules) -> {
                            throw new IllegalStateException("two\nlines");
                        }),
                        testCase("scs-0000-fine", Input.Effect.READS, (facts, rules) -> Judgement.pass("fine"))),
                login("member"),
                NOW);

        assertThat(outcomes.getFirst().strict().verdict()).isEqualTo(Verdict.ABORT);
        assertThat(outcomes.getFirst().strict().reason()).contains("two lines").doesNotContain("\n");
        assertThat(outcomes.getLast().strict().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void upstreamJudgesNothingSeenByAnAdmin() {
        var reads = testCase("scs-0000-reads", Input.Effect.READS, (facts, rules) -> Judgement.pass("fine"));
        var acts = testCase("scs-0000-acts", Input.Effect.CHANGES, (facts, rules) -> Judgement.pass("fine"));

        var outcomes = Judge.all(List.of(reads, acts), login("member", "admin"), NOW);

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.by(Mode.UPSTREAM))
                        .isEqualTo(Judgement.abort(
                                "the login has the role admin: check with a plain user who has the role member only")));
        assertThat(outcomes)
                .extracting(outcome -> outcome.by(Mode.STRICT).verdict())
                .containsExactly(Verdict.PASS, Verdict.ABORT);
    }

    @Test
    void aLoginThatCouldNotBeSeenIsNoGoodLogin() {
        Facts nothing = new Facts() {
            @Override
            public <T> Known<T> of(Input<T> input) {
                return new Known.Unknown<>(Observation.Why.FAILED, "no connection");
            }
        };
        assertThat(Preflight.objection(nothing)).contains("the login is not known: no connection");
    }

    @Test
    void aLoginNeedsTheRoleMember() {
        assertThat(Preflight.objection(login("reader"))).isPresent();
        assertThat(Preflight.objection(login("reader", "member"))).isEmpty();
        assertThat(Preflight.objection(login("member", "manager"))).isPresent();
    }

    private static Facts login(String... roles) {
        return new Facts() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> Known<T> of(Input<T> input) {
                assertThat(input).isEqualTo(Preflight.LOGIN);
                return new Known.Seen<>((T) new Preflight.Login("project", List.of(roles)));
            }
        };
    }

    private static TestCase testCase(String id, Input.Effect effect, TestCase.Judge judge) {
        var input = new Input<>("some", effect, session -> List.of(), answers -> "");
        return new TestCase(id, "a test", "none", "", TestCase.Profile.CERTIFICATE, List.of(input), judge);
    }
}
