package dev.allmende.status.component;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentStatus;
import dev.allmende.api.status.StatusPage;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.status.board.Boards;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes the controller of components. Incidents and maintenance wake it: they say so in their own wiring. */
public final class ComponentWiring {

    private static final Duration RESYNC = Duration.ofHours(1);

    private ComponentWiring() {}

    public static Controller<Component, ComponentStatus> controller(Boards boards, InstantSource clock) {
        return new Controller<>(
                Component.class,
                Definition.of(Component.class),
                new ComponentActuator(boards, clock),
                ComponentStatus.UNSEEN,
                ComponentStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(Dependency.onAll(StatusPage.class)));
    }
}
