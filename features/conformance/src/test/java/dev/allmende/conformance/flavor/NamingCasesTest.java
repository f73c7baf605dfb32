package dev.allmende.conformance.flavor;

import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Mode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamingCasesTest {

    private static final String SYNTAX = "scs-0100-syntax-check";
    private static final String PROMISES = "scs-0100-semantics-check";

    @ParameterizedTest
    @EnumSource(Mode.class)
    void otherNamesAreNotJudged(Mode mode) {
        var cloud = new Cloudlet().with("scs-9Z", 1, 1, 0, Map.of()).with("m1.tiny", 1, 1, 0, Map.of());
        assertThat(cloud.judge(SYNTAX, mode).verdict()).isEqualTo(PASS);
        assertThat(cloud.judge(PROMISES, mode).verdict()).isEqualTo(PASS);
    }

    @Test
    void everyBadNameIsFoundWithTheCommandThatMendsIt() {
        var judgement = new Cloudlet()
                .exact("SCS-3V-6")
                .with("SCS-3V-6-20S", 3, 6144, 20, Map.of("a", "b c"))
                .with("SCS-3Q-6", 3, 6144, 0, Map.of())
                .judge(SYNTAX, Mode.STRICT);

        assertThat(judgement.verdict()).isEqualTo(FAIL);
        assertThat(judgement.reason()).isEqualTo("2 of 3 SCS names do not follow the scheme: SCS-3V-6-20S, SCS-3Q-6");
        assertThat(judgement.findings())
                .extracting(Finding::item)
                .containsExactly("flavor SCS-3V-6-20S", "flavor SCS-3Q-6");
        assertThat(judgement.findings().getFirst().found()).isEqualTo("'S' at character 12 of the name (disk)");
        assertThat(judgement.findings().getFirst().remedy())
                .isEqualTo("openstack flavor create --vcpus 3 --ram 6144 --disk 20 --property 'a=b c' SCS-3V-6-20s"
                        + " && openstack flavor delete SCS-3V-6-20S");
        assertThat(judgement.findings().getLast().clause().orElseThrow())
                .isEqualTo("https://docs.scs.community/standards/scs-0100-v3-flavor-naming#required-cpu-suffixes");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aNameOfTheFirstVersionIsToleratedWithAWarning(Mode mode) {
        var judgement = new Cloudlet().exact("SCS-3V:6:20s").judge(SYNTAX, mode);
        assertThat(judgement.verdict()).isEqualTo(PASS);
        assertThat(judgement.findings()).hasSize(1);
        assertThat(judgement.findings().getFirst().severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(judgement.findings().getFirst().wanted()).isEqualTo("SCS-3V-6-20s");
    }

    @Test
    void anExtensionAfterAGpuWithoutUnitsFailsOnlyAsUpstream() {
        var cloud = new Cloudlet().exact("SCS-3V-6_GNa_ib");
        assertThat(cloud.judge(SYNTAX, Mode.STRICT).verdict()).isEqualTo(PASS);
        var upstream = cloud.judge(SYNTAX, Mode.UPSTREAM);
        assertThat(upstream.verdict()).isEqualTo(FAIL);
        assertThat(upstream.findings().getFirst().remedy()).contains("only upstream's parser does not");
    }

    @ParameterizedTest
    @CsvSource({
        // name, vcpus, MiB, GB, upstream, strict
        "SCS-3V-6-20, 3, 6144, 20, PASS, PASS",
        "SCS-3V-6-20, 4, 9000, 99, PASS, PASS",
        "SCS-3V-6-20, 2, 6144, 20, FAIL, FAIL",
        "SCS-3V-6-20, 3, 5120, 20, FAIL, FAIL",
        "SCS-3V-6-20, 3, 6144, 19, FAIL, FAIL",
        "SCS-1V-4, 1, 4045, 0, PASS, FAIL",
        "SCS-1V-4, 1, 4044, 0, FAIL, FAIL",
        "SCS-3V-6-3x10, 3, 6144, 10, PASS, FAIL",
        "SCS-3V-6-3x10_bms, 3, 6144, 10, PASS, PASS",
        "SCS-3V-6-3x10, 3, 6144, 30, PASS, PASS",
        "SCS-3V-6-n, 3, 6144, 0, ABORT, PASS",
        "SCS-3V-6-, 2, 6144, 0, ABORT, FAIL",
        "SCS-3V-6_GNa_ib, 1, 1, 0, PASS, FAIL",
    })
    void aFlavorHasAtLeastWhatItsNamePromises(
            String name, int vcpus, int ram, int disk, String upstream, String strict) {
        var cloud = new Cloudlet().with(name, vcpus, ram, disk, Map.of());
        assertThat(cloud.judge(PROMISES, Mode.UPSTREAM).verdict()).hasToString(upstream);
        assertThat(cloud.judge(PROMISES, Mode.STRICT).verdict()).hasToString(strict);
    }

    @Test
    void aDiskWithoutSizeAbortsUpstreamButHidesNothing() {
        var judgement = new Cloudlet()
                .exact("SCS-3V-6-n")
                .with("SCS-3V-6", 2, 5120, 0, Map.of())
                .judge(PROMISES, Mode.UPSTREAM);
        assertThat(judgement.verdict()).isEqualTo(ABORT);
        assertThat(judgement.reason()).contains("SCS-3V-6-n");
        assertThat(judgement.findings()).extracting(Finding::found).containsExactly("2 vCPUs", "5120 MiB of memory");
    }

    @Test
    void tooSmallAFlavorIsMadeAnewUnderItsName() {
        var judgement =
                new Cloudlet().with("SCS-3V-6", 2, 6144, 5, Map.of("k", "v")).judge(PROMISES, Mode.STRICT);
        assertThat(judgement.findings().getFirst().remedy())
                .isEqualTo("openstack flavor delete SCS-3V-6 && openstack flavor create --vcpus 3 --ram 6144 --disk 5"
                        + " --property k=v SCS-3V-6");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withoutFlavorsNothingIsJudged(Mode mode) {
        var nothing = new Facts() {
            @Override
            public <T> Known<T> of(Input<T> input) {
                return new Known.Unknown<>(Observation.Why.FAILED, "compute is down");
            }
        };
        for (var testCase : FlavorCases.all()) {
            var judgement = Cloudlet.judge(nothing, testCase.id(), mode);
            assertThat(judgement.verdict()).isEqualTo(ABORT);
            assertThat(judgement.reason()).isEqualTo("compute is down");
        }
    }

    @Test
    void extraSpecsOfAnyFlavorAreHeldToTheirWord() {
        var id = "allmende-scs-0103-extra-specs";
        var good = new Cloudlet()
                .exact("SCS-3T-6-20s")
                .with("big", 8, 65536, 0, Map.of("scs:name-v7", "SCS-4V-32", "scs:cpu-type", "dedicated-core"));
        assertThat(good.judge(id, Mode.STRICT).verdict()).isEqualTo(PASS);

        var bad = good.with(
                        "liar",
                        1,
                        1024,
                        0,
                        Map.of(
                                "scs:name-v2", "SCS-2V-1",
                                "scs:name-v1", "SCS-2V:1",
                                "scs:name-v3", "SCS-2V-one",
                                "scs:cpu-type", "crowded-core",
                                "scs:disk0-type", "tape"))
                .judge(id, Mode.STRICT);
        assertThat(bad.verdict()).isEqualTo(FAIL);
        assertThat(bad.findings()).allMatch(finding -> finding.item().equals("flavor liar"));
        assertThat(bad.findings().stream().map(Finding::found))
                .satisfiesExactlyInAnyOrder(
                        found -> assertThat(found).isEqualTo("1 vCPUs"),
                        found -> assertThat(found).startsWith("scs:name-v3=SCS-2V-one: at character"),
                        found -> assertThat(found).isEqualTo("scs:disk0-type=tape"),
                        found -> assertThat(found).startsWith("scs:cpu-type=crowded-core, but scs:name-v1"),
                        found -> assertThat(found).startsWith("scs:cpu-type=crowded-core, but scs:name-v2"));
    }

    @Test
    void aFlavorWithoutANameIsNoneOfTheStandardsBusiness() {
        var cloud = new Cloudlet().with("", 1, 1, 0, Map.of());
        assertThat(cloud.judge(SYNTAX, Mode.STRICT).findings()).isEmpty();
        assertThat(Optional.of(cloud.judge(SYNTAX, Mode.STRICT).verdict())).contains(PASS);
    }
}
