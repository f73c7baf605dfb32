package dev.allmende.central.keep;

import dev.allmende.api.Condition;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.Observed;
import dev.allmende.api.Thing;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Optional;

/** Finds what other objects of the same namespace stand for, and nothing of another namespace. */
public record References(Mirror mirror) {

    /** Another object, once it is ready and not on its way out. */
    public <D extends CustomResource<?, ? extends Observed>> Sought<D> ready(
            Class<D> kind, HasMetadata from, ObjectReference reference) {
        var name = reference.name();
        var found = mirror.find(kind, from.getMetadata().getNamespace(), name);
        if (found.isEmpty()) {
            return waits(kind, name, "is not there");
        }
        var object = found.get();
        if (object.getMetadata().getDeletionTimestamp() != null) {
            return waits(kind, name, "is being deleted");
        }
        return isReady(object) ? Sought.of(object) : waits(kind, name, "is not ready");
    }

    /** Identifier of the thing that another object stands for, once it is ready. */
    public <D extends Thing<?, ?>> Sought<String> id(Class<D> kind, HasMetadata from, ObjectReference reference) {
        return ready(kind, from, reference).then(object -> {
            var id = object.getStatus().id();
            return id == null ? waits(kind, reference.name(), "is not ready") : Sought.of(id);
        });
    }

    /** Another object that stands for a thing already, be it ready or not. */
    public <D extends Thing<?, ?>> Optional<D> placed(Class<D> kind, HasMetadata from, ObjectReference reference) {
        return mirror.find(kind, from.getMetadata().getNamespace(), reference.name())
                .filter(References::isMade);
    }

    /** The same, and what it waits for when there is none. */
    public <D extends Thing<?, ?>> Sought<D> existing(Class<D> kind, HasMetadata from, ObjectReference reference) {
        return placed(kind, from, reference)
                .map(Sought::of)
                .orElseGet(() -> waits(kind, reference.name(), "is not there"));
    }

    /** Identifier of the thing that another object stands for, as soon as it has one: also when it is on its way out. */
    public <D extends Thing<?, ?>> Sought<String> known(Class<D> kind, HasMetadata from, ObjectReference reference) {
        return placed(kind, from, reference)
                .flatMap(object -> Optional.ofNullable(object.getStatus().id()))
                .map(Sought::of)
                .orElseGet(() -> id(kind, from, reference));
    }

    /** {@link #id} for a thing that is to be made; one that is there goes on with what it has: {@link #known}. */
    public <D extends Thing<?, ?>> Sought<String> use(Class<D> kind, Thing<?, ?> from, ObjectReference reference) {
        return isMade(from) ? known(kind, from, reference) : id(kind, from, reference);
    }

    /** Whether the thing that an object stands for was there at the last look. */
    public static boolean isMade(Thing<?, ?> object) {
        return object.getStatus() != null && object.getStatus().id() != null;
    }

    public <D extends Thing<?, ?>> Sought<List<String>> ids(
            Class<D> kind, HasMetadata from, List<ObjectReference> references) {
        return Sought.all(references.stream().map(reference -> id(kind, from, reference)));
    }

    private static boolean isReady(CustomResource<?, ? extends Observed> object) {
        var status = object.getStatus();
        return status != null && Condition.isReady(status);
    }

    private static <V> Sought<V> waits(Class<?> kind, String name, String why) {
        return new Sought.Waits<>("%s %s %s".formatted(kind.getSimpleName(), name, why));
    }
}
