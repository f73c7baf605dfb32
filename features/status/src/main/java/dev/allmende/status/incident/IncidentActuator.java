package dev.allmende.status.incident;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.Reason;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells in the object when readers do not see all of an incident, since it names something that is not there. */
final class IncidentActuator implements Actuator<Incident, PlainStatus> {

    private final Mirror mirror;

    IncidentActuator(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Outcome<PlainStatus> act(Incident incident) {
        var status = Objects.requireNonNullElse(incident.getStatus(), PlainStatus.UNSEEN);
        var place = incident.getMetadata().getNamespace();
        return incident.getSpec().affects().stream()
                .flatMap(impact -> missing(impact, place))
                .findFirst()
                .<Outcome<PlainStatus>>map(missing -> new Outcome.Busy<>(
                        status, Reason.WAITING_FOR, missing + ": what it suffers is not on the page until it is there"))
                .orElseGet(() -> new Outcome.Ready<>(status, "on the page"));
    }

    private Stream<String> missing(Impact impact, String place) {
        return Stream.of(
                        missing(Component.class, impact.componentRef(), place),
                        missing(ImpactType.class, impact.impactTypeRef(), place))
                .flatMap(Optional::stream);
    }

    private <K extends HasMetadata> Optional<String> missing(Class<K> kind, ObjectReference reference, String place) {
        return mirror.find(kind, place, reference.name()).isPresent()
                ? Optional.empty()
                : Optional.of("%s %s is missing".formatted(kind.getSimpleName(), reference.name()));
    }
}
