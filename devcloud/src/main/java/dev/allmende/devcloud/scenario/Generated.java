package dev.allmende.devcloud.scenario;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Items made up in numbers, for tests under load. All of them conform, so that no single one stands out. */
public final class Generated {
    private static final int[] CPUS = {1, 2, 4, 8, 16};

    private Generated() {}

    /** SCS flavors with whole numbers of GiB and a disk that makes each name unique. */
    public static Stream<Things.Flavor> flavors(int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            int cpus = CPUS[i % CPUS.length];
            int gib = cpus * (2 << (i / CPUS.length % 3));
            int disk = 5 + i;
            String rest = gib + "%s" + disk;
            return new Things.Flavor(
                    "SCS-" + cpus + "V-" + rest.formatted("-"),
                    cpus,
                    gib * 1024,
                    disk,
                    true,
                    Map.of(
                            "scs:cpu-type",
                            "shared-core",
                            "scs:disk0-type",
                            "network",
                            "scs:name-v1",
                            "SCS-" + cpus + "V:" + rest.formatted(":"),
                            "scs:name-v2",
                            "SCS-" + cpus + "V-" + rest.formatted("-")));
        });
    }

    public static Stream<Things.Image> images(int count) {
        Map<String, String> properties = Map.ofEntries(
                Map.entry("architecture", "x86_64"),
                Map.entry("hw_disk_bus", "scsi"),
                Map.entry("hw_rng_model", "virtio"),
                Map.entry("hypervisor_type", "qemu"),
                Map.entry("os_distro", "debian"),
                Map.entry("os_version", "12"),
                Map.entry("os_purpose", "custom"),
                Map.entry("image_build_date", "${date-12}"),
                Map.entry("image_original_user", "debian"),
                Map.entry("image_source", "https://images.example.org/generated"),
                Map.entry("image_description", "made up"),
                Map.entry("replace_frequency", "monthly"),
                Map.entry("provided_until", "none"),
                Map.entry("uuid_validity", "last-3"));
        return IntStream.range(0, count)
                .mapToObj(i -> new Things.Image(
                        "generated-%05d".formatted(i),
                        "public",
                        false,
                        "active",
                        600L << 20,
                        10,
                        512,
                        2 + i % 9,
                        List.of("os:debian"),
                        properties));
    }

    public static Stream<Things.VolumeType> volumeTypes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Things.VolumeType(
                        "generated-" + i, java.util.Optional.of("[scs:encrypted] made up"), true, Map.of()));
    }
}
