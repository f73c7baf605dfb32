package dev.allmende.central.identity;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Objects;

/** A resource of the group. */
public abstract class Thing<S extends Kept> extends CustomResource<S, ThingStatus> implements Namespaced {

    /** Never null. */
    public final ThingStatus statusOrNew() {
        return Objects.requireNonNullElse(getStatus(), ThingStatus.NEW);
    }

    public final Reference reference() {
        return new Reference(getKind(), getMetadata().getName());
    }
}
