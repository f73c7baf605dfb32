package dev.allmende.conformance.entropy;

import dev.allmende.conformance.flavor.Flavor;
import dev.allmende.conformance.image.Image;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which image and flavors a test server is tried with. Pure. */
final class VmChoice {

    /** GiB of a boot volume at least, as upstream makes it. */
    private static final int BOOT_VOLUME = 8;

    private static final Map<String, String> DEBIAN_CODE_NAMES =
            Map.of("buster", "10", "bullseye", "11", "bookworm", "12", "trixie", "13");

    private VmChoice() {}

    /**
     * One way to boot.
     *
     * @param volume GiB of the volume to boot from; 0 for the flavor's own disk
     */
    record Candidate(Image image, Flavor flavor, int volume) {}

    /** Best first, as upstream chooses (Tests/iaas/scs_0101_entropy): each flavor that fits, smallest first. */
    static List<Candidate> candidates(List<Image> images, List<Flavor> flavors) {
        return image(images)
                .map(image -> flavors(image, flavors).stream()
                        .map(flavor -> candidate(image, flavor))
                        .toList())
                .orElse(List.of());
    }

    /** Debian before Ubuntu before others, then the highest version. */
    static Optional<Image> image(List<Image> images) {
        return images.stream()
                .filter(image -> image.status().equals("active"))
                .max(Comparator.comparingInt(VmChoice::family)
                        .thenComparingDouble(VmChoice::version)
                        .thenComparing(image -> image.name().orElse(""))
                        .thenComparing(Image::id));
    }

    /** Those that promise a hardware random number generator, if any does; smallest first. */
    private static List<Flavor> flavors(Image image, List<Flavor> flavors) {
        var fitting = flavors.stream()
                .filter(flavor -> !flavor.disabled() && flavor.ramMib() >= image.minRam())
                .sorted(Comparator.comparingDouble(VmChoice::weight).thenComparing(Flavor::name))
                .toList();
        var promising = fitting.stream()
                .filter(flavor -> flavor.extraSpec("hw_rng:allowed")
                        .map(value -> value.equalsIgnoreCase("true"))
                        .orElse(false))
                .toList();
        return promising.isEmpty() ? fitting : promising;
    }

    private static Candidate candidate(Image image, Flavor flavor) {
        long needed = Math.max(image.minDisk(), (image.size().orElse(0) >> 30) + 1);
        boolean ownDisk = flavor.diskGb() > 0 && flavor.diskGb() >= needed;
        return new Candidate(image, flavor, ownDisk ? 0 : Math.max(image.minDisk(), BOOT_VOLUME));
    }

    private static double weight(Flavor flavor) {
        return flavor.vcpus() + flavor.ramMib() / 3.0 + flavor.diskGb() / 10.0;
    }

    private static int family(Image image) {
        return switch (distro(image)) {
            case "debian" -> 2;
            case "ubuntu" -> 1;
            default -> 0;
        };
    }

    private static double version(Image image) {
        var text = image.property("os_version").orElse("").toLowerCase(Locale.ROOT);
        var number = DEBIAN_CODE_NAMES.getOrDefault(text, text);
        return number.matches("\\d{1,4}(\\.\\d{1,4})?") ? Double.parseDouble(number) : 0;
    }

    private static String distro(Image image) {
        return image.property("os_distro").orElse("").toLowerCase(Locale.ROOT);
    }
}
