package dev.allmende.conformance.flavor;

import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

class StandardFlavorCasesTest {

    private static String id(String name) {
        return "scs-0103-flavor-" + name.substring(4).toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void thereAreFifteenMandatoryAndSixteenRecommendedOnes() {
        var levels = StandardFlavors.all().stream()
                .collect(Collectors.groupingBy(StandardFlavor::level, Collectors.counting()));
        assertThat(levels).containsEntry(StandardFlavor.Level.MANDATORY, 15L);
        assertThat(levels).containsEntry(StandardFlavor.Level.RECOMMENDED, 16L);
        assertThat(FlavorCases.all())
                .extracting(TestCase::id)
                .doesNotHaveDuplicates()
                .hasSize(2 + 31 + 1);
    }

    @Test
    void theTableIsUpstreams() throws IOException {
        Map<String, List<Map<String, Object>>> upstream =
                new Yaml().load(Files.readString(SharedData.file("SCS-Spec.MandatoryFlavors.verbose.yaml")));
        for (var level : StandardFlavor.Level.values()) {
            var ours = StandardFlavors.all().stream()
                    .filter(flavor -> flavor.level() == level)
                    .map(StandardFlavorCasesTest::asUpstreamWrites)
                    .collect(Collectors.toSet());
            assertThat(ours).isEqualTo(Set.copyOf(upstream.getOrDefault(level.title(), List.of())));
        }
    }

    private static Map<String, Object> asUpstreamWrites(StandardFlavor flavor) {
        var all = new HashMap<String, Object>(flavor.extraSpecs());
        all.put("name", flavor.name().canonical());
        all.put("cpus", flavor.vcpus());
        all.put("ram", (int) flavor.ramMib());
        if (flavor.diskGb() > 0) {
            all.put("disk", flavor.diskGb());
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aCloudWithAllOfThemPasses(Mode mode) {
        var cloud = new Cloudlet();
        StandardFlavors.all()
                .forEach(flavor -> cloud.with(
                        "any name " + flavor.name(),
                        flavor.vcpus(),
                        (int) flavor.ramMib(),
                        flavor.diskGb(),
                        flavor.extraSpecs()));
        for (var flavor : StandardFlavors.all()) {
            var judgement = cloud.judge(flavor.testCaseId(), mode);
            assertThat(judgement.verdict()).as("%s", judgement).isEqualTo(PASS);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aMissingFlavorComesWithTheCommandThatMakesIt(Mode mode) {
        var judgement = new Cloudlet().exact("SCS-1V-4").judge("scs-0103-flavor-2v-4-20s", mode);
        assertThat(judgement.verdict()).isEqualTo(FAIL);
        assertThat(judgement.findings().getFirst().remedy())
                .isEqualTo("openstack flavor create --vcpus 2 --ram 4096 --disk 20 --property scs:cpu-type=shared-core"
                        + " --property scs:disk0-type=ssd --property scs:name-v1=SCS-2V:4:20s"
                        + " --property scs:name-v2=SCS-2V-4-20s SCS-2V-4-20s");
    }

    @ParameterizedTest
    @CsvSource({
        // name, extra spec, value, upstream, strict
        "SCS-1V-4, scs:cpu-type, crowded-core, FAIL, FAIL",
        "SCS-1V-4, scs:cpu-type, '', FAIL, FAIL",
        "SCS-1V-4, scs:name-v1, SCS-1V-4, FAIL, FAIL",
        "SCS-1V-4, scs:name-v2, '', FAIL, FAIL",
        "SCS-1V-4, scs:disk0-type, ssd, PASS, FAIL",
        "SCS-1V-4, hw:mem_page_size, large, PASS, PASS",
        "SCS-2V-4-20s, scs:disk0-type, nvme, FAIL, FAIL",
        "SCS-2V-4-20s, scs:disk0-type, '', FAIL, FAIL",
        "SCS-1V-4-10, scs:disk0-type, '', FAIL, FAIL",
        "SCS-1V-4-10, scs:disk0-type, network, PASS, PASS",
        "SCS-1V-4-10, scs:disk0-type, ssd, FAIL, PASS",
        "SCS-1V-4-10, scs:disk0-type, tape, FAIL, FAIL",
    })
    void oneWrongExtraSpecIsEnoughToFail(String name, String key, String value, String upstream, String strict) {
        var cloud = new Cloudlet().spoilt(name, key, value);
        assertThat(cloud.judge(id(name), Mode.UPSTREAM).verdict()).hasToString(upstream);
        assertThat(cloud.judge(id(name), Mode.STRICT).verdict()).hasToString(strict);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sizesMustBeExactAndAllThatIsWrongIsListed(Mode mode) {
        var judgement = new Cloudlet()
                .with("SCS-1V-4", 2, 4095, 10, Map.of("scs:name-v2", "SCS-1V-4"))
                .judge("scs-0103-flavor-1v-4", mode);
        assertThat(judgement.verdict()).isEqualTo(FAIL);
        assertThat(judgement.findings())
                .extracting(Finding::found)
                .containsExactly(
                        "2 vCPUs",
                        "4095 MiB of memory",
                        "10 GB of root disk",
                        "no extra spec scs:cpu-type",
                        "no extra spec scs:name-v1");
        assertThat(judgement.findings().getLast().remedy())
                .isEqualTo("openstack flavor set --property scs:name-v1=SCS-1V:4 SCS-1V-4");
    }

    @Test
    void ofTwoFlavorsWithTheNameUpstreamTakesTheLastAndTheTextTheRightOne() {
        var cloud = new Cloudlet().exact("SCS-1V-4").with("copy", 1, 2048, 0, Map.of("scs:name-v2", "SCS-1V-4"));
        assertThat(cloud.judge("scs-0103-flavor-1v-4", Mode.UPSTREAM).verdict()).isEqualTo(FAIL);
        assertThat(cloud.judge("scs-0103-flavor-1v-4", Mode.STRICT).verdict()).isEqualTo(PASS);
    }

    @Test
    void theWrongFlavorsOfTheReferenceDataAreAllFound() throws IOException {
        Map<String, List<Map<String, Object>>> file =
                new Yaml().load(Files.readString(SharedData.file("scs-0103-v1-flavors-wrong.yaml")));
        var cloud = new Cloudlet();
        for (var group : file.getOrDefault("flavor_groups", List.of())) {
            @SuppressWarnings("unchecked")
            var list = (List<Map<String, Object>>) Objects.requireNonNull(group.get("list"));
            list.forEach(entry -> cloud.with(flavor(entry)));
        }
        var failed = StandardFlavors.all().stream()
                .filter(flavor -> flavor.level() == StandardFlavor.Level.MANDATORY)
                .filter(flavor -> cloud.judge(flavor.testCaseId(), Mode.STRICT).verdict() == FAIL)
                .map(flavor -> flavor.name().canonical())
                .toList();
        assertThat(failed)
                .containsExactly(
                        "SCS-1V-4", "SCS-2V-8", "SCS-4V-16", "SCS-8V-32", "SCS-1V-2", "SCS-2V-4-20s", "SCS-4V-16-100s");
    }

    private static Flavor flavor(Map<String, Object> entry) {
        var specs = new HashMap<String, String>();
        entry.forEach((key, value) -> {
            if (key.startsWith("scs:")) {
                specs.put(key, String.valueOf(value));
            }
        });
        var name = String.valueOf(entry.get("name"));
        return new Flavor(
                name,
                name,
                ((Number) entry.getOrDefault("cpus", 0)).intValue(),
                ((Number) entry.getOrDefault("ram", 0)).intValue() * 1024,
                ((Number) entry.getOrDefault("disk", 0)).intValue(),
                0,
                true,
                false,
                specs);
    }
}
