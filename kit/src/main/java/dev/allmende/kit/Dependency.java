package dev.allmende.kit;

import dev.allmende.api.ObjectReference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Other objects that an object needs: a change of them wakes the one that needs them.
 *
 * @param kind of the needed objects
 * @param places where the needed objects are
 * @param guards whether a needed object stays as long as one needs it
 * @param tells whether a change of the one that needs wakes the needed ones too
 */
public record Dependency<R extends HasMetadata, D extends HasMetadata>(
        Class<D> kind, Function<R, Stream<Place>> places, boolean guards, boolean tells) {

    /** That tells nothing. */
    public Dependency(Class<D> kind, Function<R, Stream<Place>> places, boolean guards) {
        this(kind, places, guards, false);
    }

    /** @param namespace empty for kinds without */
    public record Place(String namespace, String name) {

        /** Name that stands for each object: none can have it. */
        static final String ANY = "*";

        static Place of(HasMetadata object) {
            var metadata = object.getMetadata();
            return new Place(Objects.requireNonNullElse(metadata.getNamespace(), ""), metadata.getName());
        }
    }

    /**
     * Objects of the same namespace, which stay as long as they are needed.
     *
     * @param references may have nulls: fields that are not set
     */
    public static <R extends HasMetadata, D extends HasMetadata> Dependency<R, D> on(
            Class<D> kind, Function<R, Stream<ObjectReference>> references) {
        return new Dependency<>(kind, beside(references), true, false);
    }

    /** All objects of a kind in the same namespace: a change of any wakes; none is guarded. */
    public static <R extends HasMetadata, D extends HasMetadata> Dependency<R, D> onAll(Class<D> kind) {
        return new Dependency<>(
                kind, resource -> Stream.of(new Place(resource.getMetadata().getNamespace(), Place.ANY)), false, false);
    }

    /** Like {@link #on}; and the needed objects are looked at when what the needing one wants, or is said of it, changes. */
    public static <R extends HasMetadata, D extends HasMetadata> Dependency<R, D> telling(
            Class<D> kind, Function<R, Stream<ObjectReference>> references) {
        return new Dependency<>(kind, beside(references), true, true);
    }

    private static <R extends HasMetadata> Function<R, Stream<Place>> beside(
            Function<R, Stream<ObjectReference>> references) {
        return resource -> references
                .apply(resource)
                .filter(Objects::nonNull)
                .map(reference -> new Place(resource.getMetadata().getNamespace(), reference.name()));
    }

    /** What {@link #places} says of an object, each once. */
    List<Place> of(R resource) {
        return places.apply(resource).distinct().toList();
    }
}
