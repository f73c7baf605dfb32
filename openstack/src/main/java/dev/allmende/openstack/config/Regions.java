package dev.allmende.openstack.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The regions that a cloud's settings name. */
final class Regions {

    private Regions() {}

    /** A region and the settings that hold only there. */
    record Region(String name, Map<String, Object> values) {}

    /** The region asked for, or the first when the name is empty; a cloud that names none takes any. */
    static Region choose(String cloud, Map<String, Object> settings, String wanted) {
        var known = known(cloud, settings);
        if (known.isEmpty()) {
            return new Region(wanted, Map.of());
        }
        if (wanted.isEmpty()) {
            return known.getFirst();
        }
        return known.stream()
                .filter(region -> region.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConfigException("cloud '" + cloud + "' has no region '" + wanted + "' but "
                        + known.stream().map(Region::name).collect(Collectors.joining(", "))
                        + " (case matters)"));
    }

    private static List<Region> known(String cloud, Map<String, Object> settings) {
        if (settings.get("regions") instanceof List<?> regions) {
            return regions.stream().map(region -> region(cloud, region)).toList();
        }
        return switch (settings.getOrDefault("region_name", settings.get("region-name"))) {
            case null -> List.of();
            case List<?> names ->
                names.stream().map(name -> region(cloud, name)).toList();
            case Object names ->
                List.of(names.toString().split(",")).stream()
                        .map(name -> new Region(name, Map.of()))
                        .toList();
        };
    }

    private static Region region(String cloud, Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            return new Region(entry.toString(), Map.of());
        }
        var region = ConfigFile.withTextKeys(map);
        var name = region.remove("name");
        var values = region.remove("values");
        if (name == null || !region.isEmpty()) {
            throw new ConfigException("cloud '" + cloud + "': an entry of 'regions' must have 'name' and may have"
                    + " 'values', nothing else");
        }
        return new Region(name.toString(), values == null ? new LinkedHashMap<>() : Merge.map(values));
    }
}
