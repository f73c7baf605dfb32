package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** scs-0102-image-recency: no image is older than its {@code replace_frequency} allows, unless a newer one stands in. */
final class Recency {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0102-w1-image-metadata-implementation-testing#automated-tests";

    private final Rules rules;
    private final Map<String, List<Image>> byName = new HashMap<>();

    private Recency(List<Image> images, Rules rules) {
        this.rules = rules;
        for (var image : images) {
            image.name()
                    .ifPresent(name -> byName.computeIfAbsent(name, n -> new ArrayList<>(1))
                            .add(image));
        }
    }

    static TestCase testCase() {
        return new TestCase(
                "scs-0102-image-recency",
                "Each image is as recent as its replace_frequency promises",
                "scs-0102-v1",
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Images.IMAGES),
                (facts, rules) -> facts.of(Images.IMAGES).fold(images -> judge(images, rules), Judgement::abort));
    }

    /** How old an image is against its promise. */
    private enum Age {
        FINE,
        /** Older than promised, and hidden or named as an old build. */
        MARKED,
        /** Older than promised. */
        OUTDATED,
        /** Older than promised; until when it is provided cannot be read. */
        NO_END,
        /** Upstream's code raises an exception. */
        BREAKS
    }

    static Judgement judge(List<Image> images, Rules rules) {
        var recency = new Recency(images, rules);
        var findings = new ArrayList<Finding>();
        Optional<String> breaks = Optional.empty();
        for (var image : images) {
            var age = recency.age(image);
            if (age == Age.BREAKS || recency.breaksAtReplacement(image, age)) {
                breaks = breaks.or(() -> Optional.of(image.item()));
                findings.add(recency.finding(Severity.UNDECIDED, image));
            } else if (age != Age.FINE) {
                recency.finding(image, age).ifPresent(findings::add);
            }
        }
        if (breaks.isPresent()) {
            return new Judgement(Verdict.ABORT, "upstream's suite breaks off at " + breaks.get(), findings);
        }
        var wrong =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        return Judgement.of(
                findings,
                "%s images are as recent as promised".formatted(images.size()),
                "%s of %s images are older than promised".formatted(wrong, images.size()));
    }

    private Age age(Image image) {
        var upstream = rules.mode() == Mode.UPSTREAM;
        var built = image.property("image_build_date").flatMap(date -> ImageDates.parse(date, rules.mode()));
        if (upstream && (image.plain() || (built.isEmpty() && image.createdAt().isEmpty()))) {
            return Age.BREAKS;
        }
        var limit = image.property("replace_frequency")
                .flatMap(Frequency::of)
                .flatMap(frequency -> frequency.oldest(rules.mode()));
        var since = built.or(() -> image.createdAt().flatMap(ImageDates::stamp)).orElse(Instant.EPOCH);
        if (limit.isEmpty() || !rules.now().isAfter(since.plus(limit.get()))) {
            return Age.FINE;
        }
        return upstream ? endUpstream(image) : endStrict(image);
    }

    /** Upstream never looks at images without an end or with one to be announced, and trips over a missing one. */
    private Age endUpstream(Image image) {
        var until = image.property("provided_until");
        if (until.isEmpty()) {
            return Age.BREAKS;
        }
        if (until.get().equals("none") || until.get().equals("notice")) {
            return Age.FINE;
        }
        var end = ImageDates.parse(until.get(), Mode.UPSTREAM);
        if (end.isEmpty()) {
            return Age.NO_END;
        }
        if (rules.now().isAfter(end.get())) {
            return Age.FINE;
        }
        if (!image.hidden() && image.name().isEmpty()) {
            return Age.BREAKS;
        }
        return isMarked(image) ? Age.MARKED : Age.OUTDATED;
    }

    /**
     * {@code none} promises nothing, so nothing can be broken; {@code notice} promises updates until one is given. A
     * missing or unreadable end is the matter of another test case: here the promise of the frequency stands.
     */
    private Age endStrict(Image image) {
        var until = image.property("provided_until").orElse("");
        if (until.equals("none")) {
            return Age.FINE;
        }
        var end = ImageDates.parse(until, Mode.STRICT);
        if (end.isPresent() && rules.now().isAfter(end.get())) {
            return Age.FINE;
        }
        return isMarked(image) ? Age.MARKED : Age.OUTDATED;
    }

    private static boolean isMarked(Image image) {
        return image.hidden()
                || image.name()
                        .filter(name -> name.indexOf(' ') >= 0)
                        .filter(name -> ImageDates.isMarker(name.substring(name.lastIndexOf(' ') + 1)))
                        .isPresent();
    }

    private Optional<Finding> finding(Image image, Age age) {
        var replaced = age != Age.NO_END && isReplaced(image);
        if (!replaced) {
            return Optional.of(finding(Severity.ERROR, image));
        }
        return age == Age.OUTDATED ? Optional.of(finding(Severity.WARNING, image)) : Optional.empty();
    }

    private boolean isReplaced(Image image) {
        return replacements(image).stream().anyMatch(other -> age(other) == Age.FINE);
    }

    /** A replacement that itself makes upstream's code raise. */
    private boolean breaksAtReplacement(Image image, Age age) {
        return rules.mode() == Mode.UPSTREAM
                && (age == Age.MARKED || age == Age.OUTDATED)
                && (image.name().isEmpty() || replacements(image).stream().anyMatch(other -> age(other) == Age.BREAKS));
    }

    /** Images that carry the name without its last word; upstream sees only the last one of a name. */
    private List<Image> replacements(Image image) {
        var name = image.name().orElse("");
        var space = name.lastIndexOf(' ');
        var named = space < 0
                ? List.<Image>of()
                : byName.getOrDefault(name.substring(0, space).stripTrailing(), List.of());
        if (rules.mode() == Mode.UPSTREAM) {
            return named.isEmpty() ? named : List.of(named.getLast());
        }
        var all = new ArrayList<>(named);
        if (image.hidden()) {
            all.addAll(byName.getOrDefault(name, List.of()));
        }
        all.removeIf(Image::hidden);
        return all;
    }

    private Finding finding(Severity severity, Image image) {
        var built = image.property("image_build_date").or(image::createdAt).orElse("an unknown date");
        var frequency = image.property("replace_frequency");
        var oldest = frequency.flatMap(Frequency::of).flatMap(f -> f.oldest(rules.mode()));
        return new Finding(
                severity,
                image.item(),
                "built %s, %s, %s"
                        .formatted(
                                Quoted.plain(built), image.found("replace_frequency"), image.found("provided_until")),
                oldest.map(limit -> String.format(
                                Locale.ROOT,
                                "no older than %.1f days, or a newer image of the same name without its last word",
                                days(limit)))
                        .orElse("a build date and a promise that can be compared"),
                "upload a new build and rename or hide this one: openstack image set --hidden " + image.id(),
                Optional.of(CLAUSE));
    }

    private static double days(Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }
}
