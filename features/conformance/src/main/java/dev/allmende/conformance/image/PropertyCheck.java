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
import java.util.Optional;
import java.util.function.Function;

/**
 * One property that every image must have.
 *
 * @param readsMap whether upstream reads it from the property map, which a plain image has not
 * @param namesOffenders whether upstream joins the names of offenders, which breaks on an image without a name
 * @param wanted what the standard asks for
 * @param example value for the remedy; empty when only the provider can know
 * @param found what there is
 */
record PropertyCheck(
        String id,
        String standard,
        String property,
        boolean readsMap,
        boolean namesOffenders,
        String wanted,
        String example,
        Function<Image, String> found,
        Reading upstream,
        Reading strict) {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0102-w1-image-metadata-implementation-testing#automated-tests";

    /** How one image fares. */
    enum Opinion {
        FINE,
        /** Allowed, but worth a look. */
        ODD,
        WRONG,
        /** Upstream's code raises an exception here. */
        BREAKS
    }

    /** Looks at one image. */
    @FunctionalInterface
    interface Reading {
        Opinion of(Image image, Rules rules);
    }

    TestCase testCase() {
        return new TestCase(
                id,
                "Each image has a good " + property,
                standard,
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Images.IMAGES),
                (facts, rules) -> facts.of(Images.IMAGES).fold(images -> judge(images, rules), Judgement::abort));
    }

    Judgement judge(List<Image> images, Rules rules) {
        var reading = rules.mode() == Mode.UPSTREAM ? upstream : strict;
        var findings = new ArrayList<Finding>();
        Optional<String> breaks = Optional.empty();
        for (var image : images) {
            var opinion = opinion(image, rules, reading);
            if (opinion == Opinion.BREAKS) {
                breaks = breaks.or(() -> Optional.of(image.item()));
            }
            if (opinion != Opinion.FINE) {
                findings.add(finding(image, opinion));
            }
        }
        if (breaks.isPresent()) {
            return new Judgement(Verdict.ABORT, "upstream's suite breaks off at " + breaks.get(), findings);
        }
        var wrong =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        return Judgement.of(
                findings,
                "%s images have a good %s".formatted(images.size(), property),
                "%s of %s images lack a good %s".formatted(wrong, images.size(), property));
    }

    private Opinion opinion(Image image, Rules rules, Reading reading) {
        if (rules.mode() == Mode.STRICT) {
            return reading.of(image, rules);
        }
        if (readsMap && image.plain()) {
            return Opinion.BREAKS;
        }
        var opinion = reading.of(image, rules);
        return opinion == Opinion.WRONG && namesOffenders && image.name().isEmpty() ? Opinion.BREAKS : opinion;
    }

    private Finding finding(Image image, Opinion opinion) {
        var severity = switch (opinion) {
            case WRONG -> Severity.ERROR;
            case BREAKS -> Severity.UNDECIDED;
            default -> Severity.WARNING;
        };
        return new Finding(severity, image.item(), found.apply(image), wanted, remedy(image), Optional.of(CLAUSE));
    }

    private String remedy(Image image) {
        return switch (property) {
            case "min_disk" -> "openstack image set --min-disk GIB " + image.id();
            case "min_ram" -> "openstack image set --min-ram MIB " + image.id();
            case "os_hash_algo" -> "upload the image again: Glance computes the digest";
            default ->
                "openstack image set --property %s=%s %s"
                        .formatted(property, example.isEmpty() ? "VALUE" : example, image.id());
        };
    }
}
