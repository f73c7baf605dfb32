package dev.allmende.conformance.image;

import static dev.allmende.conformance.image.PropertyCheck.Opinion.BREAKS;
import static dev.allmende.conformance.image.PropertyCheck.Opinion.FINE;
import static dev.allmende.conformance.image.PropertyCheck.Opinion.ODD;
import static dev.allmende.conformance.image.PropertyCheck.Opinion.WRONG;

import dev.allmende.conformance.image.PropertyCheck.Opinion;
import dev.allmende.conformance.image.PropertyCheck.Reading;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The properties of scs-0102, v1.1 and v2: what upstream's suite looks at, and what the text says. */
final class PropertyChecks {

    private static final Set<String> PURPOSES =
            Set.of("generic", "oldgeneric", "minimal", "k8snode", "gpu", "network", "custom");
    private static final Set<String> HYPERVISORS = Set.of("qemu", "kvm", "xen", "hyper-v", "esxi");
    private static final Set<String> DISK_BUSES = Set.of("virtio", "scsi");
    private static final Pattern URL = Pattern.compile("(https?|ftps?)://.*", Pattern.DOTALL);
    private static final Pattern REAL_URL = Pattern.compile("(https?|ftps?)://[^\\s/]+.*");
    private static final Pattern LAST = Pattern.compile("last-\\d+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DIGITS = Pattern.compile("\\d+", Pattern.UNICODE_CHARACTER_CLASS);

    private PropertyChecks() {}

    static List<PropertyCheck> all() {
        return List.of(
                attribute("architecture", "one of x86_64, aarch64, risc-v", "x86_64")
                        .both(is(Set.of("x86_64", "aarch64", "risc-v")::contains)),
                attribute("hash_algo", "sha256 or sha512 (recommended)", "")
                        .of("os_hash_algo")
                        .both(is(Set.of("sha256", "sha512")::contains)),
                attribute("min_disk", "more than 0 GiB and no less than the image's size", "")
                        .found(image -> "min_disk is %s GiB, size is %s"
                                .formatted(
                                        image.minDisk(),
                                        image.size().isPresent() ? image.size().getAsLong() + " bytes" : "unknown"))
                        .images((image, rules) -> minDisk(image, BREAKS), (image, rules) -> minDisk(image, FINE)),
                attribute("min_ram", "more than 0 MiB, 64 MiB or more to be of use", "")
                        .found(image -> "min_ram is %s MiB".formatted(image.minRam()))
                        .images((image, rules) -> image.minRam() <= 0 ? WRONG : image.minRam() < 64 ? ODD : FINE),
                attribute("os_version", "the distributor's version", "").both(filled()),
                attribute("os_distro", "the distribution's name in lower case, as Glance's manual lists it", "")
                        .readings(filled(), is(distro -> !distro.isEmpty() && distro.equals(lower(distro)))),
                custom("os_purpose", "one of " + sorted(PURPOSES), "generic")
                        .standard("scs-0102-v2")
                        .both(is(PURPOSES::contains)),
                attribute("hw_disk_bus", "virtio or scsi", "scsi")
                        .readings(absentOr(DISK_BUSES::contains, FINE), is(DISK_BUSES::contains)),
                attribute("hypervisor_type", "one of " + sorted(HYPERVISORS) + " (recommended)", "kvm")
                        .readings(absentOr(HYPERVISORS::contains, FINE), absentOr(HYPERVISORS::contains, ODD)),
                attribute("hw_rng_model", "virtio (recommended)", "virtio")
                        .readings(absentOr("virtio"::equals, FINE), absentOr("virtio"::equals, ODD)),
                custom("image_build_date", "a date such as 2026-01-31, before the upload and not in the future", "")
                        .withoutNames()
                        .images(PropertyChecks::buildDate),
                custom("image_original_user", "the login user, or none", "").both(filled()),
                custom("image_source", "private or a URL (http, https, ftp, ftps)", "")
                        .readings(
                                is(source -> source.equals("private")
                                        || URL.matcher(source).matches()),
                                is(source -> source.equals("private")
                                        || REAL_URL.matcher(source).matches())),
                custom("image_description", "a URL or a text", "").both(filled()),
                custom("replace_frequency", "one of " + Frequency.names(), "")
                        .both(is(name -> Frequency.of(name).isPresent())),
                custom("provided_until", "a date, none or notice", "none")
                        .readings(filled(), value(PropertyChecks::isUntil)),
                custom("uuid_validity", "none, notice, forever, last-N or a date", "none")
                        .withoutNames()
                        .readings(absentOr(PropertyChecks::isValidity, FINE), value(PropertyChecks::isValidity)),
                custom("hotfix_hours", "a number of hours, or nothing (optional)", "")
                        .withoutNames()
                        .images((image, rules) -> image.property("hotfix_hours")
                                        .filter(hours -> !hours.isEmpty()
                                                && !DIGITS.matcher(hours).matches())
                                        .isPresent()
                                ? WRONG
                                : FINE));
    }

    private static Opinion minDisk(Image image, Opinion withoutSize) {
        if (image.minDisk() <= 0) {
            return WRONG;
        }
        if (image.size().isEmpty()) {
            return withoutSize;
        }
        return image.minDisk() * (1L << 30) < image.size().getAsLong() ? WRONG : FINE;
    }

    private static Opinion buildDate(Image image, Rules rules) {
        if (image.createdAt().isEmpty() && rules.mode() == Mode.UPSTREAM) {
            return BREAKS;
        }
        var created = image.createdAt().flatMap(ImageDates::stamp).orElse(Instant.EPOCH);
        var built = image.property("image_build_date").flatMap(date -> ImageDates.parse(date, rules.mode()));
        return built.isEmpty() || built.get().isAfter(created) || built.get().isAfter(rules.now()) ? WRONG : FINE;
    }

    private static boolean isUntil(String until, Rules rules) {
        return until.equals("none")
                || until.equals("notice")
                || ImageDates.parse(until, rules.mode()).isPresent();
    }

    private static boolean isValidity(String validity, Rules rules) {
        return validity.equals("forever")
                || isUntil(validity, rules)
                || LAST.matcher(validity).matches();
    }

    private static Value filled() {
        return is(value -> !value.isEmpty());
    }

    private static Value is(Predicate<String> good) {
        return value((value, rules) -> good.test(value));
    }

    private static Value absentOr(Predicate<String> good, Opinion absent) {
        return absentOr((value, rules) -> good.test(value), absent);
    }

    private static Value value(BiPredicate<String, Rules> good) {
        return absentOr(good, WRONG);
    }

    private static Value absentOr(BiPredicate<String, Rules> good, Opinion absent) {
        return property -> (image, rules) -> image.property(property)
                .map(value -> good.test(value, rules) ? FINE : WRONG)
                .orElse(absent);
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    /** Read by upstream as an attribute of the image. */
    private static Draft attribute(String name, String wanted, String example) {
        return new Draft(name, name, "scs-0102-v1", false, true, wanted, example, Optional.empty());
    }

    /** Read by upstream from the property map. */
    private static Draft custom(String name, String wanted, String example) {
        return new Draft(name, name, "scs-0102-v1", true, true, wanted, example, Optional.empty());
    }

    /** A reading of the value of whatever property the check is about. */
    @FunctionalInterface
    private interface Value {
        Reading of(String property);
    }

    private record Draft(
            String name,
            String property,
            String standard,
            boolean readsMap,
            boolean namesOffenders,
            String wanted,
            String example,
            Optional<java.util.function.Function<Image, String>> found) {

        Draft of(String otherProperty) {
            return new Draft(name, otherProperty, standard, readsMap, namesOffenders, wanted, example, found);
        }

        Draft standard(String revision) {
            return new Draft(name, property, revision, readsMap, namesOffenders, wanted, example, found);
        }

        Draft withoutNames() {
            return new Draft(name, property, standard, readsMap, false, wanted, example, found);
        }

        Draft found(java.util.function.Function<Image, String> words) {
            return new Draft(name, property, standard, readsMap, namesOffenders, wanted, example, Optional.of(words));
        }

        PropertyCheck both(Value value) {
            return readings(value, value);
        }

        PropertyCheck readings(Value upstream, Value strict) {
            return images(upstream.of(property), strict.of(property));
        }

        PropertyCheck images(Reading upstream, Reading strict) {
            return new PropertyCheck(
                    "scs-0102-prop-" + name,
                    standard,
                    property,
                    readsMap,
                    namesOffenders,
                    wanted,
                    example,
                    found.orElse(image -> image.found(property)),
                    upstream,
                    strict);
        }

        PropertyCheck images(Reading reading) {
            return images(reading, reading);
        }
    }
}
