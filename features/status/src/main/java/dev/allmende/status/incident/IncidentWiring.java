package dev.allmende.status.incident;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the controller of incidents. */
public final class IncidentWiring {

    private static final Duration RESYNC = Duration.ofHours(1);

    private IncidentWiring() {}

    public static Controller<Incident, PlainStatus> controller(Mirror mirror) {
        return new Controller<>(
                Incident.class,
                Definition.of(Incident.class),
                new IncidentActuator(mirror),
                PlainStatus.UNSEEN,
                PlainStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(
                        Dependency.telling(Component.class, each(Impact::componentRef)),
                        Dependency.on(ImpactType.class, each(Impact::impactTypeRef))));
    }

    private static <T> Function<Incident, Stream<T>> each(Function<Impact, T> field) {
        return incident -> incident.getSpec().affects().stream().map(field);
    }
}
