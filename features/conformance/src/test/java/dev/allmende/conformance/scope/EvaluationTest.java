package dev.allmende.conformance.scope;

import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.testcase.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void sortsTestCasesByVerdictInTheOrderOfTheScope() {
        var result = main(Map.of("scs-0100-syntax-check", FAIL, "scs-0100-semantics-check", PASS));

        assertThat(result.failed()).containsExactly("scs-0100-syntax-check");
        assertThat(result.passed()).containsExactly("scs-0100-semantics-check");
        assertThat(result.aborted()).isEmpty();
        assertThat(result.missing()).hasSize(14).startsWith("scs-0102-prop-architecture");
    }

    @Test
    void takesTheFirstOfFailMissAbortPass() {
        var all = allOf(PASS);
        assertThat(main(all).verdict()).contains(PASS);

        all.put("scs-0100-syntax-check", ABORT);
        assertThat(main(all).verdict()).contains(ABORT);

        all.remove("scs-0102-image-recency");
        assertThat(main(all).verdict()).isEmpty();

        all.put("scs-0100-semantics-check", FAIL);
        assertThat(main(all).verdict()).contains(FAIL);
    }

    @Test
    void saysWhatEachVersionIsWorth() {
        var scope = Scopes.builtin("iaas");

        var results = Evaluation.of(scope, scope.listedOn(TODAY), TODAY, Map.of());

        assertThat(results)
                .extracting(result -> result.version() + " " + result.validity())
                .containsExactly("next draft", "v5.1 effective");
        assertThat(results.getFirst().targets())
                .allSatisfy(target -> assertThat(target.verdict()).isEqualTo(Optional.empty()));
    }

    private static Map<String, Verdict> allOf(Verdict verdict) {
        var verdicts = new java.util.HashMap<String, Verdict>();
        v3().target("main").forEach(id -> verdicts.put(id, verdict));
        return verdicts;
    }

    private static TargetResult main(Map<String, Verdict> verdicts) {
        return Evaluation.of(Scopes.builtin("iaas"), List.of(v3()), TODAY, verdicts)
                .getFirst()
                .targets()
                .getFirst();
    }

    private static ScopeVersion v3() {
        return Scopes.builtin("iaas").version("v3").orElseThrow();
    }
}
