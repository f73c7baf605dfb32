package dev.allmende.kit;

import dev.allmende.kit.Dependency.Place;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Set;

/** Brings what {@link Wakes} finds into the SDK's queue. */
final class WakeSource<R extends HasMetadata> extends AbstractEventSource<R, R> {

    WakeSource(Class<R> kind, Wakes wakes) {
        super(kind, "wakes of " + kind.getSimpleName());
        wakes.of(kind, this::wake);
    }

    private void wake(Place place) {
        if (isRunning()) {
            getEventHandler()
                    .handleEvent(new Event(
                            place.namespace().isEmpty()
                                    ? new ResourceID(place.name())
                                    : new ResourceID(place.name(), place.namespace())));
        }
    }

    @Override
    public Set<R> getSecondaryResources(R primary) {
        return Set.of();
    }
}
