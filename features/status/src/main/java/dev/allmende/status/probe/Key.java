package dev.allmende.status.probe;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Which probe. */
public record Key(String namespace, String name) {
    public static Key of(HasMetadata object) {
        return new Key(object.getMetadata().getNamespace(), object.getMetadata().getName());
    }
}
