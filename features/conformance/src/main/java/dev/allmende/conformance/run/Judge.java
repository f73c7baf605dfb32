package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges facts by test cases, both ways. Pure. */
public final class Judge {

    private Judge() {}

    /**
     * One outcome per test case, in their order.
     *
     * @param now the moment at which the facts were seen
     */
    public static List<Outcome> all(List<TestCase> cases, Facts facts, Instant now) {
        var objection = Preflight.objection(facts);
        return cases.stream()
                .map(testCase -> new Outcome(
                        testCase,
                        judge(testCase, facts, new Rules(Mode.UPSTREAM, now), objection),
                        judge(testCase, facts, new Rules(Mode.STRICT, now), objection)))
                .toList();
    }

    private static Judgement judge(TestCase testCase, Facts facts, Rules rules, Optional<String> objection) {
        return Preflight.count(objection, testCase, rules.mode(), judge(testCase, facts, rules));
    }

    private static Judgement judge(TestCase testCase, Facts facts, Rules rules) {
        try {
            return testCase.judge().judge(facts, rules);
        } catch (RuntimeException defect) {
            return Judgement.abort("a defect of this program, please report it: " + oneLine(defect));
        }
    }

    private static String oneLine(RuntimeException defect) {
        var trace = defect.getStackTrace();
        var place = trace.length == 0 ? "" : " at " + trace[0];
        return (defect + place).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
