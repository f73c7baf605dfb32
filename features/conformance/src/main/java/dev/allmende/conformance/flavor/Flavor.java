package dev.allmende.conformance.flavor;

import java.util.Map;
import java.util.Optional;

/**
 * A flavor as Nova lists it ({@code GET /flavors/detail}; Nova 2023.1, api/openstack/compute/views/flavors.py).
 *
 * @param vcpus number of virtual CPUs
 * @param ramMib memory in MiB
 * @param diskGb root disk in GB; 0 means: as large as the image, or a volume of the user's
 * @param ephemeralGb further local disk space in GB
 * @param isPublic every project may use it
 * @param disabled no new instance may use it
 * @param extraSpecs by key
 */
public record Flavor(
        String id,
        String name,
        int vcpus,
        int ramMib,
        int diskGb,
        int ephemeralGb,
        boolean isPublic,
        boolean disabled,
        Map<String, String> extraSpecs) {

    public Flavor {
        extraSpecs = Map.copyOf(extraSpecs);
    }

    public Optional<String> extraSpec(String key) {
        return Optional.ofNullable(extraSpecs.get(key));
    }

    Flavor with(Map<String, String> specs) {
        return new Flavor(id, name, vcpus, ramMib, diskGb, ephemeralGb, isPublic, disabled, specs);
    }

    /** How findings call it. */
    String item() {
        return "flavor " + name;
    }
}
