package dev.allmende.conformance.image;

import static dev.allmende.conformance.image.SomeImages.assertVerdicts;
import static dev.allmende.conformance.image.SomeImages.image;
import static dev.allmende.conformance.image.SomeImages.judge;
import static dev.allmende.conformance.image.SomeImages.plain;
import static dev.allmende.conformance.testcase.Verdict.ABORT;
import static dev.allmende.conformance.testcase.Verdict.FAIL;
import static dev.allmende.conformance.testcase.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCasesTest {

    @Test
    void aFaultlessImagePassesEverythingButThePresenceOfOthers() {
        for (var testCase : ImageCases.all()) {
            if (!testCase.id().startsWith("scs-0104-image-") || testCase.id().endsWith("ubuntu-2404")) {
                assertVerdicts(testCase.id(), PASS, PASS, image());
            }
        }
    }

    @Test
    void aCloudWithoutImagesHasNothingWrongButLacksTheStandardOnes() {
        assertVerdicts("scs-0102-prop-os_purpose", PASS, PASS);
        assertVerdicts("scs-0102-image-recency", PASS, PASS);
        assertVerdicts("scs-0104-image-ubuntu-2404", FAIL, FAIL);
        assertVerdicts("scs-0104-source-ubuntu-2404", PASS, PASS);
    }

    /** Change of the faultless image, verdict upstream, verdict strict. */
    @ParameterizedTest
    @CsvSource({
        "architecture, architecture=sparc, FAIL, FAIL",
        "architecture, -architecture, FAIL, FAIL",
        "hash_algo, os_hash_algo=md5, FAIL, FAIL",
        "hash_algo, os_hash_algo=null, FAIL, FAIL",
        "hash_algo, os_hash_algo=sha256, PASS, PASS",
        "min_disk, min_disk=0, FAIL, FAIL",
        "min_disk, size=8589934592, PASS, PASS",
        "min_disk, size=8589934593, FAIL, FAIL",
        "min_disk, size=null, ABORT, PASS",
        "min_ram, min_ram=0, FAIL, FAIL",
        "min_ram, min_ram=63, PASS, PASS",
        "os_version, os_version=, FAIL, FAIL",
        "os_version, -os_version, FAIL, FAIL",
        "os_distro, -os_distro, FAIL, FAIL",
        "os_distro, os_distro=Ubuntu, PASS, FAIL",
        "os_purpose, os_purpose=desktop, FAIL, FAIL",
        "os_purpose, os_purpose=oldgeneric, PASS, PASS",
        "os_purpose, -os_purpose, FAIL, FAIL",
        "hw_disk_bus, -hw_disk_bus, PASS, FAIL",
        "hw_disk_bus, hw_disk_bus=virtio, PASS, PASS",
        "hw_disk_bus, hw_disk_bus=ide, FAIL, FAIL",
        "hypervisor_type, -hypervisor_type, PASS, PASS",
        "hypervisor_type, hypervisor_type=vmware, FAIL, FAIL",
        "hw_rng_model, -hw_rng_model, PASS, PASS",
        "hw_rng_model, hw_rng_model=other, FAIL, FAIL",
        "image_build_date, -image_build_date, FAIL, FAIL",
        "image_build_date, image_build_date=2026-11-20T10:00:00Z, PASS, PASS",
        "image_build_date, image_build_date=2026-11-20T10:00:01Z, FAIL, FAIL",
        "image_build_date, image_build_date=2026-11-20 09:59, PASS, PASS",
        "image_build_date, image_build_date=2026-11-20 09:59:00, PASS, PASS",
        "image_build_date, image_build_date=2026-1-9, PASS, FAIL",
        "image_build_date, image_build_date=2026-02-30, FAIL, FAIL",
        "image_build_date, image_build_date=1970-01-01, FAIL, PASS",
        "image_build_date, image_build_date=20261119, FAIL, FAIL",
        "image_build_date, created_at=null, ABORT, FAIL",
        "image_original_user, -image_original_user, FAIL, FAIL",
        "image_original_user, image_original_user=none, PASS, PASS",
        "image_source, image_source=private, PASS, PASS",
        "image_source, image_source=ftps://x, PASS, PASS",
        "image_source, image_source=file:///x, FAIL, FAIL",
        "image_source, image_source=https://, PASS, FAIL",
        "image_source, -image_source, FAIL, FAIL",
        "image_description, image_description=, FAIL, FAIL",
        "replace_frequency, replace_frequency=hourly, FAIL, FAIL",
        "replace_frequency, replace_frequency=critical_bug, PASS, PASS",
        "replace_frequency, -replace_frequency, FAIL, FAIL",
        "provided_until, -provided_until, FAIL, FAIL",
        "provided_until, provided_until=notice, PASS, PASS",
        "provided_until, provided_until=soon, PASS, FAIL",
        "uuid_validity, -uuid_validity, PASS, FAIL",
        "uuid_validity, uuid_validity=last-x, FAIL, FAIL",
        "uuid_validity, uuid_validity=2027-01-01, PASS, PASS",
        "uuid_validity, uuid_validity=forever, PASS, PASS",
        "hotfix_hours, hotfix_hours=24, PASS, PASS",
        "hotfix_hours, hotfix_hours=one day, FAIL, FAIL",
    })
    void judgesAPropertyInBothWays(String property, String change, Verdict upstream, Verdict strict) {
        assertVerdicts("scs-0102-prop-" + property, upstream, strict, image(change));
    }

    @Test
    void onePlainImageHidesAllOthersFromUpstreamButNotFromTheText() {
        for (var property : List.of(
                "image_build_date",
                "image_description",
                "image_original_user",
                "image_source",
                "os_purpose",
                "provided_until",
                "replace_frequency",
                "uuid_validity")) {
            assertVerdicts("scs-0102-prop-" + property, ABORT, FAIL, image(), plain("cirros"));
        }
        assertVerdicts("scs-0102-image-recency", ABORT, PASS, image(), plain("cirros"));
        assertVerdicts("scs-0102-prop-hotfix_hours", ABORT, PASS, image(), plain("cirros"));
        assertVerdicts("scs-0102-prop-min_disk", PASS, PASS, image(), plain("cirros"));
        assertVerdicts("scs-0102-os_purpose-uniqueness", PASS, PASS, image(), plain("cirros"));
        var strict = judge("scs-0102-prop-os_purpose", Mode.STRICT, plain("one"), image("os_purpose=x"), image());
        assertThat(strict.findings())
                .extracting(Finding::item)
                .containsExactly("image one (pp-1)", "image Ubuntu 24.04 (aa-1)");
    }

    @Test
    void anImageWithoutANameBreaksUpstreamOnlyWhereItListsNames() {
        assertVerdicts("scs-0102-prop-architecture", ABORT, FAIL, image("name=null", "architecture=x"));
        assertVerdicts("scs-0102-prop-architecture", PASS, PASS, image("name=null"));
        assertVerdicts("scs-0102-prop-uuid_validity", FAIL, FAIL, image("name=null", "uuid_validity=x"));
        assertVerdicts("scs-0104-source-capi-1", ABORT, PASS, image("name=null"));
        assertVerdicts("scs-0104-source-ubuntu-2404", PASS, PASS, image("name=null"));
    }

    @Test
    void leavesOutSharedAndPrivateImages() {
        assertVerdicts("scs-0102-prop-os_purpose", PASS, PASS, image("visibility=private", "-os_purpose"));
        assertVerdicts("scs-0102-prop-os_purpose", PASS, PASS, image("visibility=shared", "-os_purpose"));
        assertVerdicts("scs-0102-prop-os_purpose", FAIL, FAIL, image("visibility=community", "-os_purpose"));
    }

    @Test
    void reportsFoundWantedAndRemedyOfEachImage() {
        var finding = judge("scs-0102-prop-hw_disk_bus", Mode.STRICT, image("hw_disk_bus=ide"))
                .findings()
                .getFirst();
        assertThat(finding.found()).isEqualTo("hw_disk_bus is 'ide'");
        assertThat(finding.wanted()).isEqualTo("virtio or scsi");
        assertThat(finding.remedy()).isEqualTo("openstack image set --property hw_disk_bus=scsi aa-1");
    }

    @Test
    void anAnswerThatIsNoListIsAnAbortThatSaysSo() {
        var judgement = judge("scs-0102-prop-min_ram", Mode.STRICT, "{\"id\":\"x\"");
        assertThat(judgement.verdict()).isEqualTo(ABORT);
        assertThat(judgement.reason()).startsWith("GET image /v2/images answered with broken JSON");
    }

    @Test
    void genericImagesMustBeTold() {
        var one = image();
        var two = image("id=aa-2", "name=Other");
        assertVerdicts("scs-0102-os_purpose-uniqueness", FAIL, FAIL, one, two);
        assertVerdicts("scs-0102-os_purpose-uniqueness", PASS, PASS, one, image("id=aa-2", "architecture=aarch64"));
        assertVerdicts("scs-0102-os_purpose-uniqueness", PASS, PASS, one, image("id=aa-2", "os_purpose=oldgeneric"));
        assertVerdicts("scs-0102-os_purpose-uniqueness", PASS, PASS, one, image("id=aa-2", "os_hidden=true"));
        assertVerdicts("scs-0102-os_purpose-uniqueness", PASS, PASS, one, image("id=aa-2", "visibility=community"));
        assertThat(judge("scs-0102-os_purpose-uniqueness", Mode.STRICT, one, two)
                        .findings())
                .hasSize(2);
    }

    @Test
    void standardImagesComeFromTheirVendor() {
        assertVerdicts("scs-0104-source-ubuntu-2404", FAIL, FAIL, image("image_source=https://mirror.example/noble/"));
        assertVerdicts("scs-0104-source-ubuntu-2404", ABORT, FAIL, image("-image_source"));
        assertVerdicts(
                "scs-0104-source-ubuntu-2404",
                PASS,
                FAIL,
                image("image_source=private", "id=first-of-the-name"),
                image("image_source=https://cloud-images.ubuntu.com/releases/noble/y.img"));
        assertVerdicts("scs-0104-image-debian-12", PASS, PASS, image("name=Debian 12"));
        assertVerdicts("scs-0104-image-debian-12", FAIL, FAIL, image("name=Debian 12.1"));
    }

    @Test
    void clusterImagesAreKnownByTheirPattern() {
        var source = "image_source=https://nbg1.your-objectstorage.com/osism/openstack-k8s-capi-images/x";
        assertVerdicts("scs-0104-image-capi-1", PASS, PASS, image("name=ubuntu-capi-image v1.30", source));
        assertVerdicts("scs-0104-image-capi-1", FAIL, FAIL, image("name=ubuntu-capi-image-v1.30.2", source));
        assertVerdicts("scs-0104-image-capi-2", PASS, PASS, image("name=ubuntu-capi-image-v1.30.2", source));
        assertVerdicts("scs-0104-image-capi-2", PASS, FAIL, image("name=ubuntu-capi-image-v1.30.2-test", source));
        assertVerdicts("scs-0104-source-capi-2", FAIL, FAIL, image("name=ubuntu-capi-image-v1.30"));
    }

    @Test
    void idsAreUniqueAndCoverEveryImageIdThatUpstreamDeclares() throws Exception {
        var ids = ImageCases.all().stream().map(TestCase::id).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        var file = SharedData.file("scs-compatible-iaas.yaml");
        var declared = Pattern.compile("- id: (scs-010[24]-(?!v\\d)\\S+)")
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(declared).hasSizeGreaterThan(30);
        assertThat(ids).containsAll(declared);
    }
}
