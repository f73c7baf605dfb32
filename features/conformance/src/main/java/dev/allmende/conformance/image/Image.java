package dev.allmende.conformance.image;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An image as far as test cases read it.
 *
 * @param name empty when Glance has none
 * @param visibility public or community
 * @param status for example active
 * @param createdAt as Glance wrote it
 * @param size bytes; empty while nothing was uploaded
 * @param minDisk GiB
 * @param minRam MiB
 * @param properties the ones test cases read, Glance's own and custom ones
 * @param plain has no property that upstream's SDK does not know by name; its property map is then missing
 */
public record Image(
        String id,
        Optional<String> name,
        String visibility,
        String status,
        boolean hidden,
        Optional<String> createdAt,
        OptionalLong size,
        int minDisk,
        int minRam,
        Map<String, String> properties,
        boolean plain) {

    public Image {
        properties = Map.copyOf(properties);
    }

    public Optional<String> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** For findings: {@code image Ubuntu 24.04 (3f0c...)}. */
    String item() {
        return "image " + Quoted.plain(name.orElse("without a name")) + " (" + id + ")";
    }

    /** What a finding says was found: {@code os_purpose is not set}. */
    String found(String property) {
        return property
                + property(property).map(value -> " is " + Quoted.of(value)).orElse(" is not set");
    }
}
