package dev.allmende.status.incident;

import dev.allmende.api.Reason;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import dev.allmende.status.board.References;
import java.util.Objects;

/** Tells in the object when readers do not see all of an incident, since it names something that is not there. */
final class IncidentActuator implements Actuator<Incident, PlainStatus> {

    private final Mirror mirror;

    IncidentActuator(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Outcome<PlainStatus> act(Incident incident) {
        var status = Objects.requireNonNullElse(incident.getStatus(), PlainStatus.UNSEEN);
        var references = new References(mirror, incident.getMetadata().getNamespace());
        return incident.getSpec().affects().stream()
                .flatMap(impact -> references.missing(impact.componentRef(), impact.impactTypeRef()).stream())
                .findFirst()
                .<Outcome<PlainStatus>>map(missing -> new Outcome.Busy<>(
                        status, Reason.WAITING_FOR, missing + ": what it suffers is not on the page until it is there"))
                .orElseGet(() -> new Outcome.Ready<>(status, "on the page"));
    }
}
