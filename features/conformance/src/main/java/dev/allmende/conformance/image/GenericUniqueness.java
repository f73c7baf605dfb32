package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** scs-0102-os_purpose-uniqueness: architecture, distribution and version name at most one generic image. */
final class GenericUniqueness {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0102-w1-image-metadata-implementation-testing#automated-tests";

    private GenericUniqueness() {}

    static TestCase testCase() {
        return new TestCase(
                "scs-0102-os_purpose-uniqueness",
                "Architecture, os_distro and os_version name at most one generic image",
                "scs-0102-v2",
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Images.IMAGES),
                (facts, rules) -> facts.of(Images.IMAGES).fold(images -> judge(images, rules), Judgement::abort));
    }

    static Judgement judge(List<Image> images, Rules rules) {
        Map<String, List<Image>> groups = new TreeMap<>();
        for (var image : images) {
            if (!isCandidate(image)) {
                continue;
            }
            if (image.plain() && rules.mode() == Mode.UPSTREAM) {
                return Judgement.abort("upstream's suite breaks off at " + image.item() + ": no custom property");
            }
            if (image.property("os_purpose").orElse("").equals("generic")) {
                groups.computeIfAbsent(triple(image), triple -> new ArrayList<>())
                        .add(image);
            }
        }
        groups.values().removeIf(group -> group.size() < 2);
        var findings = new ArrayList<Finding>();
        groups.forEach((triple, group) -> group.forEach(image -> findings.add(finding(image, triple, group.size()))));
        if (rules.mode() == Mode.UPSTREAM
                && groups.values().stream()
                        .anyMatch(group -> group.stream().anyMatch(i -> i.name().isEmpty()))) {
            return new Judgement(Verdict.ABORT, "upstream's suite breaks off at an image without a name", List.of());
        }
        return Judgement.of(
                findings,
                "no two generic images share architecture, os_distro and os_version",
                "%s combinations of architecture, os_distro and os_version name several generic images"
                        .formatted(groups.size()));
    }

    private static boolean isCandidate(Image image) {
        return image.visibility().equals("public")
                && !image.hidden()
                && image.property("os_distro").filter(text -> !text.isEmpty()).isPresent()
                && image.property("os_version").filter(text -> !text.isEmpty()).isPresent();
    }

    private static String triple(Image image) {
        return "(%s, %s, %s)"
                .formatted(
                        Quoted.plain(image.property("architecture").orElse("no architecture")),
                        Quoted.plain(image.property("os_distro").orElse("")),
                        Quoted.plain(image.property("os_version").orElse("")));
    }

    private static Finding finding(Image image, String triple, int size) {
        return new Finding(
                Severity.ERROR,
                image.item(),
                "one of %s generic images for %s".formatted(size, triple),
                "at most one generic image for each architecture, os_distro and os_version",
                "openstack image set --property os_purpose=oldgeneric %s (on all but the newest)".formatted(image.id()),
                Optional.of(CLAUSE));
    }
}
