package dev.allmende.conformance.image;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image of scs-0104: how it is named and where it must come from.
 *
 * @param id last part of the test cases' ids
 * @param name name, or base name where a pattern follows
 * @param pattern of the name; empty when the name is exact
 * @param sources allowed beginnings of {@code image_source}
 */
record StandardImage(String id, String name, Optional<Pattern> pattern, List<String> sources) {

    private static final List<String> CAPI_SOURCES = List.of(
            "https://nbg1.your-objectstorage.com/osism/openstack-k8s-capi-images/",
            "https://swift.services.a.regiocloud.tech/swift/v1/AUTH_b182637428444b9aa302bb8d5a5a418c"
                    + "/openstack-k8s-capi-images/ubuntu-2404-kube",
            "https://swift.services.a.regiocloud.tech/swift/v1/AUTH_b182637428444b9aa302bb8d5a5a418c"
                    + "/openstack-k8s-capi-images/ubuntu-2204-kube");

    static List<StandardImage> all() {
        return Stream.of(
                        Stream.of(capi("capi-1", " "), capi("capi-2", "-")),
                        Stream.of(
                                ubuntu("2404", "noble"),
                                ubuntu("2204", "jammy"),
                                ubuntu("2004", "focal"),
                                debian("13", "trixie"),
                                debian("12", "bookworm"),
                                debian("11", "bullseye"),
                                debian("10", "buster")))
                .flatMap(images -> images)
                .toList();
    }

    /** Images of that name. Upstream does not ask that the pattern goes to the name's end. */
    boolean isNamed(String imageName, boolean toItsEnd) {
        return pattern.map(p -> {
                    var matcher = p.matcher(imageName);
                    return toItsEnd ? matcher.matches() : matcher.lookingAt();
                })
                .orElseGet(() -> name.equals(imageName));
    }

    private static StandardImage capi(String id, String separator) {
        var shape = "ubuntu-capi-image" + separator + "v[0-9]\\.[0-9]+(\\.[0-9]+)?";
        return new StandardImage(
                id, "ubuntu-capi-image" + separator + "vX.Y", Optional.of(Pattern.compile(shape)), CAPI_SOURCES);
    }

    private static StandardImage ubuntu(String version, String codeName) {
        return new StandardImage(
                "ubuntu-" + version,
                "Ubuntu " + version.substring(0, 2) + "." + version.substring(2),
                Optional.empty(),
                List.of(
                        "https://cloud-images.ubuntu.com/releases/" + codeName + "/",
                        "https://cloud-images.ubuntu.com/" + codeName + "/"));
    }

    private static StandardImage debian(String version, String codeName) {
        return new StandardImage(
                "debian-" + version,
                "Debian " + version,
                Optional.empty(),
                List.of(
                        "https://cloud.debian.org/images/cloud/" + codeName + "/",
                        "https://cdimage.debian.org/cdimage/cloud/" + codeName + "/"));
    }
}
