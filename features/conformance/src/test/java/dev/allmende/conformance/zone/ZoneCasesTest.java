package dev.allmende.conformance.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Verdict;
import dev.allmende.conformance.zone.ZoneCases.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneCasesTest {

    @Test
    void oneZoneNeedsNoDocuments() {
        assertThat(ZoneCases.judge(List.of(new Zone("compute", "nova", true))).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void severalZonesCannotBeJudgedFromOutside() {
        var judgement = ZoneCases.judge(List.of(
                new Zone("compute", "az1", true),
                new Zone("compute", "az2", true),
                new Zone("block-storage", "nova", true)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ABORT);
        assertThat(judgement.findings())
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.UNDECIDED, Finding.Severity.WARNING);
    }

    @Test
    void aZoneThatIsDownOrMissingFails() {
        assertThat(ZoneCases.judge(List.of(new Zone("compute", "nova", false))).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(ZoneCases.judge(List.of()).verdict()).isEqualTo(Verdict.FAIL);
    }
}
