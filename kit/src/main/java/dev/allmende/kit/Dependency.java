package dev.allmende.kit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another object that an object needs: a change of it wakes the one that needs it.
 *
 * @param kind of the needed object
 * @param place where the needed object is; empty when this one needs none
 */
public record Dependency<R, D extends HasMetadata>(Class<D> kind, Function<R, Optional<Place>> place) {

    /** @param namespace empty for kinds without */
    public record Place(String namespace, String name) {}
}
