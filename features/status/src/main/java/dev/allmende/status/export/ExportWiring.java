package dev.allmende.status.export;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.PlainStatus;
import dev.allmende.api.status.StatusPage;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Boards;
import dev.allmende.status.subscription.PageSecrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes the controller of pages: all that a page shows wakes it. */
public final class ExportWiring {

    private static final Duration RESYNC = Duration.ofHours(1);

    private ExportWiring() {}

    /** @param root below which each namespace has its folder; empty when this program writes none */
    public static Controller<StatusPage, PlainStatus> controller(
            Mirror mirror, Boards boards, InstantSource clock, Optional<Path> root) {
        var stores = new Stores((namespace, name) -> PageSecrets.find(mirror, namespace, name), clock);
        return new Controller<>(
                StatusPage.class,
                Definition.of(StatusPage.class),
                new ExportActuator(boards, clock, root, stores),
                PlainStatus.UNSEEN,
                PlainStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(
                        Dependency.onAll(Component.class),
                        Dependency.onAll(ImpactType.class),
                        Dependency.onAll(Incident.class),
                        Dependency.onAll(Maintenance.class)));
    }
}
