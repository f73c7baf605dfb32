package dev.allmende.status.board;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What resources of a page name: a board leaves out what names something that is not there. */
public record References(Mirror mirror, String namespace) {

    /** The first of both that is not there, such as {@code Component disks is missing}. */
    public Optional<String> missing(ObjectReference component, ObjectReference impactType) {
        return missing(Component.class, component).or(() -> missing(ImpactType.class, impactType));
    }

    private <K extends HasMetadata> Optional<String> missing(Class<K> kind, ObjectReference reference) {
        return mirror.find(kind, namespace, reference.name()).isPresent()
                ? Optional.empty()
                : Optional.of("%s %s is missing".formatted(kind.getSimpleName(), reference.name()));
    }
}
