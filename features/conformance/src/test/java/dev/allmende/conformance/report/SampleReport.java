package dev.allmende.conformance.report;

import dev.allmende.conformance.report.Report.InputTime;
import dev.allmende.conformance.report.Report.NotCovered;
import dev.allmende.conformance.report.Report.Provenance;
import dev.allmende.conformance.report.Report.ScopeName;
import dev.allmende.conformance.report.Report.TargetResult;
import dev.allmende.conformance.report.Report.VersionResult;
import dev.allmende.conformance.run.Outcome;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.TestCase.Profile;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A small report that has one of everything, hostile names among them. */
final class SampleReport {

    static final String HOSTILE = "image <script>alert('1')</script> & \"co\" \u001b[31m\u202eevil\u0000 (0f3c)";

    private static final String DOCS = "https://docs.scs.community/standards/";

    private SampleReport() {}

    static Report sample() {
        return sample(Mode.UPSTREAM);
    }

    static Report sample(Mode mode) {
        return new Report(
                new Snapshot.Header(
                        "3f0c1d5e-8a21-4c57-9d1b-2e4f6a7b8c9d",
                        "k7m2q9",
                        Instant.parse("2026-11-24T03:14:15.926535Z"),
                        "allmende 0.1.0",
                        "demo",
                        "https://keystone.demo.example:5000/v3",
                        "RegionOne",
                        false),
                "Demo Cloud",
                LocalDate.of(2026, 11, 24),
                mode,
                List.of("check", "iaas", "--cloud", "demo", "--mode", "upstream"),
                Optional.of(new ScopeName(
                        "50393e6f-2ae1-4c5c-a62c-3b75f2abef3f",
                        "SCS-compatible IaaS",
                        "https://raw.githubusercontent.com/SovereignCloudStack/standards/main/Tests/x.yaml")),
                versions(),
                outcomes(),
                notCovered(),
                List.of(
                        new InputTime("token", Duration.ofMillis(212), ""),
                        new InputTime("flavors", Duration.ofMillis(87), ""),
                        new InputTime("images", Duration.ofMillis(143), ""),
                        new InputTime("entropy-vm", Duration.ofSeconds(61), "the server did not boot within 60 s")),
                List.of("volume allmende-k7m2q9-src (9f21): openstack --os-cloud demo volume delete 9f21"),
                Set.of(),
                new Provenance("sha256:4ad1c07a9c2f", "SCS standards of 2026-08-21 (commit 077174d9)"));
    }

    private static List<VersionResult> versions() {
        return List.of(
                new VersionResult(
                        "next",
                        "draft",
                        List.of(target("main", Optional.of(Verdict.FAIL), 1, 2, 1, List.of("scs-0123-service-s3")))),
                new VersionResult(
                        "v5.1",
                        "effective",
                        List.of(
                                target("main", Optional.of(Verdict.FAIL), 1, 2, 1, List.of()),
                                new TargetResult(
                                        "recommended",
                                        Optional.empty(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of("scs-0114-encrypted-type")))));
    }

    private static TargetResult target(
            String name, Optional<Verdict> verdict, int pass, int fail, int abort, List<String> missing) {
        return new TargetResult(
                name,
                verdict,
                List.of("scs-0100-syntax-check", "scs-0123-service-compute").subList(0, pass + 1),
                List.of("scs-0100-semantics-check", "scs-0102-prop-os_distro").subList(0, fail),
                List.of("scs-0101-entropy-avail").subList(0, abort),
                missing);
    }

    static List<Outcome> outcomes() {
        return List.of(
                both("scs-0100-syntax-check", "scs-0100-v3", "Flavor names that start with `SCS-` parse", pass()),
                both(
                        "scs-0100-semantics-check",
                        "scs-0100-v3",
                        "Flavor names promise no more than the flavor has",
                        new Judgement(
                                Verdict.FAIL,
                                "2 of 24 flavors promise more than they have",
                                List.of(
                                        ram("SCS-4V-16", 8),
                                        new Finding(
                                                Severity.ERROR,
                                                "flavor SCS-2C-4-20",
                                                "disk of 10 GB",
                                                "at least 20 GB",
                                                "openstack flavor create --disk 20 ... SCS-2C-4-20",
                                                Optional.of(DOCS + "scs-0100-v3-flavor-naming#disk")),
                                        new Finding(
                                                Severity.WARNING,
                                                "flavor SCS-8V-32",
                                                "vCPUs: no extra spec `hw:cpu_policy`",
                                                "",
                                                "",
                                                Optional.empty())))),
                both(
                        "scs-0101-entropy-avail",
                        "scs-0101-v1",
                        "A server has 256 bits of entropy",
                        Judgement.abort("the server did not boot within 60 s: see its console log")),
                both("scs-0102-prop-os_distro", "scs-0102-v1", "Images name their distribution", distros()),
                new Outcome(
                        testCase(
                                "scs-0102-prop-hw_disk_bus",
                                "scs-0102-v1",
                                "Images name their disk bus",
                                Profile.CERTIFICATE),
                        Judgement.pass("absent passes"),
                        new Judgement(
                                Verdict.FAIL,
                                "1 of 3 images has no hw_disk_bus",
                                List.of(new Finding(
                                        Severity.ERROR,
                                        HOSTILE,
                                        "no property hw_disk_bus",
                                        "one of scsi, virtio, ...",
                                        "openstack image set --property hw_disk_bus=scsi 0f3c",
                                        Optional.of("javascript:alert(1)"))))),
                both(
                        "scs-0123-service-compute",
                        "scs-0123-v1",
                        "The catalog has a compute service",
                        new Judgement(
                                Verdict.PASS,
                                "found compute",
                                List.of(new Finding(
                                        Severity.NOTE,
                                        "service compute",
                                        "microversions 2.1 to 2.93",
                                        "",
                                        "",
                                        Optional.empty())))),
                new Outcome(
                        testCase(
                                "allmende-domain-manager",
                                "scs-0302-v1",
                                "A domain manager may manage users of the domain, and only these",
                                Profile.BEYOND),
                        pass(),
                        pass()));
    }

    private static Judgement distros() {
        var findings = new ArrayList<Finding>();
        IntStream.range(10, 30)
                .forEach(i -> findings.add(new Finding(
                        Severity.ERROR,
                        "image node-" + i + " (id-" + i + ")",
                        "no property os_distro",
                        "a name from the list of libosinfo",
                        "openstack image set --property os_distro=NAME id-" + i,
                        Optional.of(DOCS + "scs-0102-v1-image-metadata"))));
        findings.add(new Finding(
                Severity.UNDECIDED, HOSTILE, "'os_distro' is no text but a list", "a text", "", Optional.empty()));
        return new Judgement(Verdict.FAIL, "20 of 23 images have no os_distro", findings);
    }

    private static Finding ram(String flavor, int gib) {
        return new Finding(
                Severity.ERROR,
                "flavor " + flavor,
                gib + " GiB of RAM",
                "at least 16 GiB",
                "openstack flavor create --ram 16384 ... " + flavor,
                Optional.of(DOCS + "scs-0100-v3-flavor-naming#ram"));
    }

    private static List<NotCovered> notCovered() {
        return List.of(
                new NotCovered("availability-zones-check", "", "decided by a person, from documents"),
                new NotCovered("key-manager-docs-check", "", "decided by a person, from documents"),
                new NotCovered("scs-0104-image-debian-13", "Debian 13 image is there", "in no version: not asked for"));
    }

    static Outcome both(String id, String standard, String title, Judgement judgement) {
        return new Outcome(testCase(id, standard, title, Profile.CERTIFICATE), judgement, judgement);
    }

    private static Judgement pass() {
        return Judgement.pass("all 24 were looked at");
    }

    static TestCase testCase(String id, String standard, String title, Profile profile) {
        return new TestCase(
                id, title, standard, DOCS + standard + "#text", profile, List.of(), (facts, rules) -> pass());
    }
}
