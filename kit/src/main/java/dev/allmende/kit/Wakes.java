package dev.allmende.kit;

import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.Placed;
import dev.allmende.api.Status;
import dev.allmende.kit.Dependency.Place;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wakes objects when others have changed: those that need the changed one, when there is something new that they can notice;
 * those that the changed one guards, when it came or went; and those that it tells of its changes.
 */
final class Wakes {

    private final Mirror mirror;
    private final Map<Class<?>, Consumer<Place>> wakers = new ConcurrentHashMap<>();

    Wakes(Mirror mirror) {
        this.mirror = mirror;
    }

    /** @param waker has an object of the kind looked at; must not block */
    void of(Class<?> kind, Consumer<Place> waker) {
        wakers.put(kind, waker);
    }

    <D extends HasMetadata> ResourceEventHandler<D> listener(Class<D> kind) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(D object) {
                changed(kind, null, object);
            }

            @Override
            public void onUpdate(D before, D after) {
                changed(kind, before, after);
            }

            @Override
            public void onDelete(D object, boolean stale) {
                changed(kind, object, null);
            }
        };
    }

    private void changed(Class<?> kind, @Nullable HasMetadata before, @Nullable HasMetadata after) {
        mirror.tell(kind);
        if (before == null || after == null || !noticeable(before).equals(noticeable(after))) {
            for (var uses : mirror.uses()) {
                wakeUsers(uses, Objects.requireNonNull(after == null ? before : after), before == null);
            }
        }
        var uses = mirror.uses(kind);
        if (uses != null) {
            wakers.forEach((needed, waker) -> moved(uses, needed, before, after).forEach(waker));
            if (before != null && after != null && !wish(before).equals(wish(after))) {
                wakers.forEach((needed, waker) -> uses.told(after, needed).forEach(waker));
            }
        }
    }

    /**
     * @param isNew who names it and is ready already did not wait for it: at a start, all objects appear at once; to who
     *     wants all of a kind it is news
     */
    private <R extends HasMetadata> void wakeUsers(Uses<R> uses, HasMetadata changed, boolean isNew) {
        var waker = wakers.get(uses.kind());
        if (waker != null) {
            mirror.users(uses, changed, false)
                    .filter(user -> !isNew || !isReady(user) || uses.wantsAll(user, changed))
                    .map(Place::of)
                    .forEach(waker);
        }
    }

    private static boolean isReady(HasMetadata user) {
        return user instanceof CustomResource<?, ?> resource
                && resource.getStatus() instanceof Observed observed
                && Condition.isReady(observed);
    }

    /** Objects that are guarded by this one now and were not before, or the other way round. */
    private static Set<Place> moved(
            Uses<?> uses, Class<?> needed, @Nullable HasMetadata before, @Nullable HasMetadata after) {
        Set<Place> old = before == null ? Set.of() : uses.guarded(before, needed);
        Set<Place> now = after == null ? Set.of() : uses.guarded(after, needed);
        var moved = new HashSet<>(old);
        moved.addAll(now);
        moved.removeIf(place -> old.contains(place) && now.contains(place));
        return moved;
    }

    /** What is wanted of an object: all but its status, which is our own word. */
    private static List<Object> wish(HasMetadata object) {
        var metadata = object.getMetadata();
        return List.of(
                Objects.requireNonNullElse(metadata.getGeneration(), 0L),
                Objects.requireNonNullElse(metadata.getAnnotations(), Map.of()));
    }

    /** What others can notice of an object. */
    private static List<Object> noticeable(HasMetadata object) {
        var leaving = object.getMetadata().getDeletionTimestamp() != null;
        if (object instanceof CustomResource<?, ?> resource && resource.getStatus() instanceof Placed placed) {
            var observed = placed instanceof Status<?> status ? String.valueOf(status.observed()) : "";
            return List.of(leaving, Condition.isReady(placed), String.valueOf(placed.id()), observed);
        }
        return List.of(leaving, object.getMetadata().getResourceVersion());
    }
}
