package dev.allmende.conformance.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceCasesTest {

    @Test
    void keysOfOnesOwnAreReportedAndNoFault() {
        var judgement = InstanceCases.judge(List.of(
                new InstanceCases.Server("1", "web", Set.of("scs:maintenance", "owner")),
                new InstanceCases.Server("2", "db", Set.of("owner"))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason()).isEqualTo("2 servers use 2 metadata keys, 1 of them portable");
        assertThat(judgement.findings()).extracting(Finding::item).containsExactly("metadata key owner");
    }

    @Test
    void aKeyThatOnlyLooksLikeOneOfScsIsAFault() {
        var judgement = InstanceCases.judge(List.of(new InstanceCases.Server("1", "web", Set.of("SCS:maintenance"))));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    }
}
