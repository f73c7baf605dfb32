package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** scs-0104: standard images are there, and what bears their name comes from its vendor. */
final class StandardImages {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0104-w1-standard-images-implementation#automated-tests";

    private StandardImages() {}

    static List<TestCase> testCases() {
        return StandardImage.all().stream()
                .flatMap(image -> Stream.of(
                        testCase(
                                "scs-0104-source-" + image.id(),
                                "Images named " + image.name() + " come from their vendor",
                                (images, rules) -> source(image, images, rules)),
                        testCase(
                                "scs-0104-image-" + image.id(),
                                "There is an image " + image.name(),
                                (images, rules) -> presence(image, images, rules))))
                .toList();
    }

    @FunctionalInterface
    private interface Check {
        Judgement judge(List<Image> images, Rules rules);
    }

    private static TestCase testCase(String id, String title, Check check) {
        return new TestCase(
                id,
                title,
                "scs-0104-v1",
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Images.IMAGES),
                (facts, rules) -> facts.of(Images.IMAGES).fold(images -> check.judge(images, rules), Judgement::abort));
    }

    static Judgement source(StandardImage wanted, List<Image> images, Rules rules) {
        if (breaks(wanted, images, rules)) {
            return Judgement.abort("upstream's suite breaks off at an image without a name");
        }
        var named = named(wanted, images, rules);
        if (named.isEmpty()) {
            return Judgement.pass("no image is named " + wanted.name());
        }
        var findings = new ArrayList<Finding>();
        for (var image : named) {
            var source = image.property("image_source");
            if (rules.mode() == Mode.UPSTREAM && source.isEmpty()) {
                return new Judgement(
                        Verdict.ABORT,
                        "upstream's suite breaks off at " + image.item() + ": no image_source",
                        List.of(finding(Severity.UNDECIDED, wanted, image)));
            }
            if (source.filter(url -> wanted.sources().stream().anyMatch(url::startsWith))
                    .isEmpty()) {
                findings.add(finding(Severity.ERROR, wanted, image));
            }
        }
        return Judgement.of(
                findings,
                "%s images named %s come from their vendor".formatted(named.size(), wanted.name()),
                "%s of %s images named %s come from elsewhere".formatted(findings.size(), named.size(), wanted.name()));
    }

    static Judgement presence(StandardImage wanted, List<Image> images, Rules rules) {
        if (breaks(wanted, images, rules)) {
            return Judgement.abort("upstream's suite breaks off at an image without a name");
        }
        if (!named(wanted, images, rules).isEmpty()) {
            return Judgement.pass("there is an image " + wanted.name());
        }
        var finding = new Finding(
                Severity.ERROR,
                "image " + wanted.name(),
                "no public or community image has this name",
                "an image " + wanted.name() + " from " + wanted.sources().getFirst(),
                "openstack image create --public --property image_source=%s... --file FILE '%s'"
                        .formatted(wanted.sources().getFirst(), wanted.name()),
                Optional.of(CLAUSE));
        return Judgement.of(List.of(finding), "", "there is no image " + wanted.name());
    }

    /** Upstream holds a pattern against every name, also against a missing one. */
    private static boolean breaks(StandardImage wanted, List<Image> images, Rules rules) {
        return rules.mode() == Mode.UPSTREAM
                && wanted.pattern().isPresent()
                && images.stream().anyMatch(image -> image.name().isEmpty());
    }

    /** Upstream sees only the last image of a name. */
    private static List<Image> named(StandardImage wanted, List<Image> images, Rules rules) {
        var strict = rules.mode() == Mode.STRICT;
        var matching = images.stream()
                .filter(image -> image.name()
                        .filter(name -> wanted.isNamed(name, strict))
                        .isPresent())
                .toList();
        if (strict) {
            return matching;
        }
        Map<String, Image> byName = new LinkedHashMap<>();
        matching.forEach(image -> byName.put(image.name().orElse(""), image));
        return List.copyOf(byName.values());
    }

    private static Finding finding(Severity severity, StandardImage wanted, Image image) {
        return new Finding(
                severity,
                image.item(),
                image.found("image_source"),
                "image_source beginning with " + String.join(" or ", wanted.sources()),
                "openstack image set --property image_source=%s... %s (only if it is true; else rename the image)"
                        .formatted(wanted.sources().getFirst(), image.id()),
                Optional.of(CLAUSE));
    }
}
