package dev.allmende.kit;

import dev.allmende.kit.Dependency.Place;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the objects of a kind need.
 *
 * @param kind of the objects that need others
 */
record Uses<R extends HasMetadata>(Class<R> kind, List<Dependency<R, ?>> needs) {

    /** Name of the index over {@link #keys}. */
    static final String INDEX = "uses";

    Uses {
        needs = List.copyOf(needs);
    }

    /** For an index: one of each object that this one needs. */
    List<String> keys(HasMetadata object) {
        var mine = kind.cast(object);
        return needs.stream()
                .flatMap(need -> need.of(mine).stream().map(place -> key(need, place)))
                .distinct()
                .toList();
    }

    /** Keys that an object has which needs the other one. */
    List<String> keysOf(HasMetadata needed, boolean guarding) {
        var place = Place.of(needed);
        return needs.stream()
                .filter(need -> need.kind() == needed.getClass())
                .filter(need -> need.guards() || !guarding)
                .flatMap(need -> Stream.of(key(need, place), key(need, new Place(place.namespace(), Place.ANY))))
                .distinct()
                .toList();
    }

    /** Whether an object needs all of the kind of another one, and not just those that it names. */
    boolean wantsAll(R object, HasMetadata other) {
        return needs.stream()
                .filter(need -> need.kind() == other.getClass())
                .flatMap(need -> need.of(object).stream())
                .anyMatch(place -> place.name().equals(Place.ANY));
    }

    /** Where an object guards others of a kind. */
    Set<Place> guarded(HasMetadata object, Class<?> needed) {
        var mine = kind.cast(object);
        return needs.stream()
                .filter(need -> need.guards() && need.kind() == needed)
                .flatMap(need -> need.of(mine).stream())
                .collect(Collectors.toSet());
    }

    /** Where an object tells others of a kind that it has changed. */
    Set<Place> told(HasMetadata object, Class<?> needed) {
        var mine = kind.cast(object);
        return needs.stream()
                .filter(need -> need.tells() && need.kind() == needed)
                .flatMap(need -> need.of(mine).stream())
                .collect(Collectors.toSet());
    }

    private static String key(Dependency<?, ?> need, Place place) {
        return "%s%s/%s/%s".formatted(need.guards() ? "!" : "", need.kind().getName(), place.namespace(), place.name());
    }
}
