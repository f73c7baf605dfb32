package dev.allmende.conformance.domainmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainManagerTest {

    @Test
    void everyWrongCallIsFoundAndNoRightOne() {
        var judgement = DomainManagerCases.judge(new DomainManager.Facts(
                true,
                List.of(
                        new Attempt("create a user", true, 201, true),
                        new Attempt("create a group", true, 403, false),
                        new Attempt("delete a user of another domain", false, 403, false),
                        new Attempt("give a group the role admin in the domain", false, 204, true))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.findings())
                .extracting(Finding::item)
                .containsExactly("create a group", "give a group the role admin in the domain");
    }

    @Test
    void aBrokenAnswerProvesNothing() {
        var judgement = DomainManagerCases.judge(
                new DomainManager.Facts(true, List.of(new Attempt("create a user", true, 503, false))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ABORT);
    }

    @Test
    void withoutTheRoleThereIsNothingToTry() {
        assertThat(DomainManagerCases.judge(new DomainManager.Facts(false, List.of()))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }
}
