package dev.allmende.conformance.image;

import static dev.allmende.conformance.image.SomeImages.NOW;
import static dev.allmende.conformance.image.SomeImages.assertVerdicts;
import static dev.allmende.conformance.image.SomeImages.image;
import static dev.allmende.conformance.image.SomeImages.judge;
import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecencyTest {

    private static final String ID = "scs-0102-image-recency";

    /** The edges: upstream 1.1 periods, the text the period and three days. */
    @ParameterizedTest
    @CsvSource({
        "yearly, 34689600, PASS, FAIL",
        "yearly, 34689601, FAIL, FAIL",
        "yearly, 31795200, PASS, PASS",
        "quarterly, 8743680, PASS, FAIL",
        "quarterly, 8743681, FAIL, FAIL",
        "monthly, 2937600, PASS, PASS",
        "monthly, 2946240, PASS, FAIL",
        "monthly, 2946241, FAIL, FAIL",
        "weekly, 693000, PASS, PASS",
        "weekly, 693001, FAIL, PASS",
        "weekly, 864001, FAIL, FAIL",
        "daily, 99000, PASS, PASS",
        "daily, 99001, FAIL, PASS",
        "daily, 345601, FAIL, FAIL",
        "never, 345600000, PASS, PASS",
        "critical_bug, 345600000, PASS, PASS",
        "hourly, 345600000, PASS, PASS",
    })
    void knowsHowOldAnImageMayBe(String frequency, long seconds, Verdict upstream, Verdict strict) {
        assertVerdicts(
                ID,
                upstream,
                strict,
                image("replace_frequency=" + frequency, "image_build_date=" + NOW.minus(Duration.ofSeconds(seconds))));
    }

    @ParameterizedTest
    @CsvSource({
        "provided_until=none, PASS, PASS",
        "provided_until=notice, PASS, FAIL",
        "provided_until=2026-11-23, PASS, PASS",
        "provided_until=2026-12-31, FAIL, FAIL",
        "provided_until=whenever, FAIL, FAIL",
        "-provided_until, ABORT, FAIL",
    })
    void anEndOfProvisionDecidesAboutAnOldImage(String until, Verdict upstream, Verdict strict) {
        assertVerdicts(ID, upstream, strict, old(until));
    }

    @Test
    void countsFromTheUploadWhereTheBuildDateCannotBeRead() {
        assertVerdicts(ID, PASS, PASS, image("image_build_date=x"));
        assertVerdicts(ID, FAIL, FAIL, image("image_build_date=x", "created_at=2025-01-01T00:00:00Z"));
        assertVerdicts(ID, ABORT, FAIL, image("image_build_date=x", "created_at=null"));
    }

    @Test
    void aFreshImageOfTheSameNameWithoutItsLastWordStandsIn() {
        var fresh = image("id=new");
        assertVerdicts(ID, PASS, PASS, old("name=Ubuntu 24.04 old"), fresh);
        assertVerdicts(ID, PASS, PASS, old("name=Ubuntu 24.04 2026-01-02"), fresh);
        assertVerdicts(ID, FAIL, FAIL, old("name=Ubuntu 22.04 old"), fresh);
        assertVerdicts(ID, FAIL, FAIL, old("name=Ubuntu 24.04 old"), old("id=also-old"));
        assertVerdicts(ID, FAIL, PASS, old("os_hidden=true"), fresh);
    }

    @Test
    void warnsOfAReplacedImageThatIsNeitherHiddenNorMarked() {
        var judgement = judge(ID, Mode.UPSTREAM, old("name=Ubuntu 24.04 stuff"), image("id=new"));
        assertThat(judgement.verdict()).isEqualTo(PASS);
        assertThat(judgement.findings()).extracting(Finding::severity).containsExactly(Finding.Severity.WARNING);
        assertThat(judge(ID, Mode.UPSTREAM, old("name=Ubuntu 24.04 20260102"), image("id=new"))
                        .findings())
                .isEmpty();
    }

    @Test
    void oneOddImageHidesNoOtherFromTheText() {
        assertThat(judge(ID, Mode.STRICT, old("-provided_until"), old("id=b", "name=null"), image())
                        .findings())
                .hasSize(2);
    }

    private static String old(String... changes) {
        var all = new String[changes.length + 1];
        all[0] = "image_build_date=2025-06-01";
        System.arraycopy(changes, 0, all, 1, changes.length);
        return image(all);
    }
}
