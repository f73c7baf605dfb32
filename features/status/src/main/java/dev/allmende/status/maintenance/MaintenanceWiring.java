package dev.allmende.status.maintenance;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ExpectedImpact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the controller of maintenance. */
public final class MaintenanceWiring {

    private static final Duration RESYNC = Duration.ofHours(1);

    private MaintenanceWiring() {}

    public static Controller<Maintenance, MaintenanceStatus> controller(Mirror mirror, InstantSource clock) {
        return new Controller<>(
                Maintenance.class,
                Definition.of(Maintenance.class),
                new MaintenanceActuator(mirror, clock),
                MaintenanceStatus.UNSEEN,
                MaintenanceStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(
                        Dependency.telling(Component.class, each(ExpectedImpact::componentRef)),
                        Dependency.on(ImpactType.class, each(ExpectedImpact::impactTypeRef))));
    }

    private static <T> Function<Maintenance, Stream<T>> each(Function<ExpectedImpact, T> field) {
        return maintenance -> maintenance.getSpec().affects().stream().map(field);
    }
}
