package dev.allmende.conformance.report;

import static dev.allmende.conformance.report.Summary.Conclusion.CONFORMS;
import static dev.allmende.conformance.report.Summary.Conclusion.DOES_NOT_CONFORM;
import static dev.allmende.conformance.report.Summary.Conclusion.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.run.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final List<String> ONE = List.of("scs-0001-one");
    private static final List<String> NONE = List.of();

    @Test
    void conformsWhenAllMandatoryTestCasesPass() {
        var summary = summary(version("v5", "effective", ONE, NONE, NONE, NONE));

        assertThat(summary.conclusion()).isEqualTo(CONFORMS);
        assertThat(summary.headline()).isEqualTo("Demo Cloud conforms to SCS-compatible IaaS v5");
        assertThat(summary.detail()).isEqualTo("1 of 1 mandatory test cases pass");
    }

    @Test
    void oneFailureDecidesWhateverIsMissing() {
        var summary = summary(version("v5", "effective", NONE, ONE, ONE, ONE));

        assertThat(summary.conclusion()).isEqualTo(DOES_NOT_CONFORM);
        assertThat(summary.detail()).isEqualTo("0 of 3 mandatory test cases pass, 1 fails, 2 were not decided");
    }

    @Test
    void neverConformsOnWhatWasNotSeen() {
        assertThat(summary(version("v5", "effective", ONE, NONE, ONE, NONE)).conclusion())
                .isEqualTo(UNDECIDED);
        assertThat(summary(version("v5", "effective", ONE, NONE, NONE, ONE)).conclusion())
                .isEqualTo(UNDECIDED);
        assertThat(summary(version("v5", "effective", NONE, NONE, NONE, NONE)).conclusion())
                .isEqualTo(UNDECIDED);
    }

    @Test
    void draftsDoNotDecideWhereThereIsAVersionInForce() {
        var summary = summary(
                version("next", "draft", NONE, ONE, NONE, NONE), version("v5", "effective", ONE, NONE, NONE, NONE));

        assertThat(summary.conclusion()).isEqualTo(CONFORMS);
        assertThat(summary.headline()).endsWith("IaaS v5");
    }

    @Test
    void anOlderVersionStillInForceIsEnough() {
        var summary = summary(
                version("v6", "effective", NONE, ONE, NONE, NONE), version("v5", "warn", ONE, NONE, NONE, NONE));

        assertThat(summary.conclusion()).isEqualTo(CONFORMS);
        assertThat(summary.headline()).endsWith("IaaS v5");
    }

    @Test
    void aVersionAskedForDecidesEvenIfItIsADraft() {
        var summary = summary(version("next", "draft", NONE, ONE, NONE, NONE));

        assertThat(summary.conclusion()).isEqualTo(DOES_NOT_CONFORM);
        assertThat(summary.headline()).endsWith("IaaS next, draft");
    }

    @Test
    void recommendationsDoNotDecide() {
        var version = new VersionResult(
                "v5",
                "effective",
                List.of(
                        new TargetResult("recommended", Optional.empty(), NONE, ONE, NONE, NONE),
                        new TargetResult("main", Optional.empty(), ONE, NONE, NONE, NONE)));

        assertThat(summary(version).conclusion()).isEqualTo(CONFORMS);
        assertThat(summary(version).membership()).containsEntry("scs-0001-one", List.of("v5 recommended", "v5 main"));
    }

    @Test
    void singleTestCasesDecideWhereThereIsNoVersion() {
        assertThat(summary().conclusion()).isEqualTo(DOES_NOT_CONFORM);
        assertThat(summary().detail()).isEqualTo("4 of 7 test cases pass, 2 fail, 1 was not decided");
    }

    @Test
    void putsWhatIsBeyondTheCertificateLast() {
        assertThat(summary().standards())
                .extracting(Summary.Standard::id)
                .containsExactly("scs-0100-v3", "scs-0101-v1", "scs-0102-v1", "scs-0123-v1", "scs-0302-v1");
        assertThat(summary().standards().getFirst().title()).isEqualTo("Flavor naming");
        assertThat(summary().counts().differing())
                .isEqualTo(SampleReport.outcomes().stream()
                        .filter(Outcome::differs)
                        .count());
    }

    @Test
    void keepsApartWhatNoVersionIncludes() {
        var summary = summary(version("v5", "effective", List.of("scs-0100-syntax-check"), NONE, NONE, NONE));

        assertThat(summary.standards())
                .extracting(standard -> standard.id() + " " + standard.weight() + " "
                        + standard.counts().all())
                .containsExactly(
                        "scs-0100-v3 COUNTS 1",
                        "scs-0100-v3 IN_NO_VERSION 1",
                        "scs-0101-v1 IN_NO_VERSION 1",
                        "scs-0102-v1 IN_NO_VERSION 2",
                        "scs-0123-v1 IN_NO_VERSION 1",
                        "scs-0302-v1 BEYOND 1");
    }

    private static VersionResult version(
            String name, String validity, List<String> pass, List<String> fail, List<String> abort, List<String> miss) {
        return new VersionResult(
                name, validity, List.of(new TargetResult("main", Optional.empty(), pass, fail, abort, miss)));
    }

    private static Summary summary(VersionResult... versions) {
        var sample = SampleReport.sample();
        return Summary.of(new Report(
                sample.header(),
                sample.subject(),
                sample.referenceDate(),
                sample.mode(),
                sample.arguments(),
                sample.scope(),
                List.of(versions),
                sample.outcomes(),
                sample.notCovered(),
                sample.inputs(),
                sample.leftovers()));
    }
}
