package dev.allmende.conformance.catalog;

import static dev.allmende.conformance.testcase.RecordedFacts.answer;
import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.RecordedFacts;
import dev.allmende.conformance.testcase.Verdict;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogCasesTest {

    @ParameterizedTest
    @CsvSource({
        "service-compute, compute, PASS, PASS",
        "service-compute, computev2, FAIL, FAIL",
        "service-load-balancer, '', FAIL, FAIL",
        "service-placement, '', FAIL, PASS",
        "service-placement, placement, PASS, PASS",
        "storage-apis, volumev3, PASS, PASS",
        "storage-apis, volume, PASS, PASS",
        "storage-apis, volumev2, FAIL, PASS",
        "storage-apis, block-storage, PASS, PASS",
        "service-s3, object-store-s3, PASS, PASS",
        "service-s3, s3, FAIL, FAIL",
        "swift-s3, '', PASS, FAIL",
        "swift-s3, object-store-s3, PASS, PASS",
    })
    void looksForTypesInTheCatalog(String id, String type, Verdict upstream, Verdict strict) {
        facts(type).assertVerdicts("scs-0123-" + id, upstream, strict);
    }

    @Test
    void theTextWantsAPublicEndpointInTheRegion() {
        var elsewhere = catalog(
                "two",
                "{\"type\":\"image\",\"name\":\"glance\",\"endpoints\":"
                        + "[{\"interface\":\"internal\",\"region\":\"two\",\"url\":\"http://a\"},"
                        + "{\"interface\":\"public\",\"region\":\"one\",\"url\":\"http://b\"}]}");
        elsewhere.assertVerdicts("scs-0123-service-image", PASS, FAIL);
        assertThat(elsewhere
                        .judge("scs-0123-service-image", Mode.STRICT)
                        .findings()
                        .getFirst()
                        .found())
                .isEqualTo("in the catalog without a public endpoint in region two");
    }

    @Test
    void anS3ServiceKnowsThatAnAccessKeyIsUnknown() {
        probed(answer(403, "<Error><Code>InvalidAccessKeyId</Code></Error>"))
                .assertVerdicts("scs-0123-swift-s3", PASS, PASS);
        probed(answer(404, "<Error><Code>NoSuchKey</Code></Error>")).assertVerdicts("scs-0123-swift-s3", PASS, PASS);
        probed(answer(401, "<html>Unauthorized</html>")).assertVerdicts("scs-0123-swift-s3", FAIL, FAIL);
        probed(answer(200, "<ListAllMyBucketsResult/>")).assertVerdicts("scs-0123-swift-s3", ABORT, ABORT);
        probed(answer(0, "cloud 'c': no connection")).assertVerdicts("scs-0123-swift-s3", FAIL, ABORT);
        facts("object-store")
                .notSeen("s3-probe", Observation.Why.SKIPPED, "left out")
                .assertVerdicts("scs-0123-swift-s3", ABORT, ABORT);
    }

    /** Swift's s3api refuses a signature for another region before it looks at the key; boto3 leaves it at that. */
    @Test
    void asksAgainForTheRegionThatTheServiceNames() {
        var elsewhere = "<Error><Code>AuthorizationHeaderMalformed</Code><Region>RegionOne</Region></Error>";
        facts("object-store")
                .seen("s3-probe", answer(400, elsewhere), answer(403, "<Error><Code>InvalidAccessKeyId</Code></Error>"))
                .assertVerdicts("scs-0123-swift-s3", FAIL, PASS);
        probed(answer(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"))
                .assertVerdicts("scs-0123-swift-s3", FAIL, PASS);
        probed(answer(400, elsewhere)).assertVerdicts("scs-0123-swift-s3", FAIL, FAIL);
    }

    @Test
    void tellsOfOptionalServices() {
        var judgement = facts("dns", "sharev2").judge("allmende-supported-services", Mode.STRICT);
        assertThat(judgement.verdict()).isEqualTo(PASS);
        assertThat(judgement.reason()).isEqualTo("offered: dns, shared-file-system");
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.WARNING)
                .extracting(Finding::found)
                .containsExactly("listed as sharev2");
        catalog("", "{\"type\":\"dns\",\"name\":\"d\",\"endpoints\":[]}")
                .assertVerdicts("allmende-supported-services", FAIL, FAIL);
    }

    private static RecordedFacts probed(dev.allmende.conformance.snapshot.RecordedAnswer probe) {
        return facts("object-store").seen("s3-probe", probe);
    }

    private static RecordedFacts facts(String... types) {
        return catalog(
                "one",
                Arrays.stream(types)
                        .filter(type -> !type.isEmpty())
                        .map(type -> "{\"type\":\"%s\",\"name\":\"n\",\"endpoints\":".formatted(type)
                                + "[{\"interface\":\"public\",\"region\":\"one\",\"url\":\"http://a\"}]}")
                        .collect(Collectors.joining(",")));
    }

    private static RecordedFacts catalog(String region, String entries) {
        return new RecordedFacts(CatalogCases.all())
                .seen(
                        "token",
                        answer(
                                0,
                                "{\"region\":\"%s\",\"roles\":[\"member\"],\"catalog\":[%s]}"
                                        .formatted(region, entries)));
    }
}
