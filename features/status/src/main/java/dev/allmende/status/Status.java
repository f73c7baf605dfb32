package dev.allmende.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.StatusPage;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Boards;
import dev.allmende.status.component.ComponentWiring;
import dev.allmende.status.incident.IncidentWiring;
import dev.allmende.status.maintenance.MaintenanceWiring;
import dev.allmende.status.summary.SummaryView;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** This room: its kinds, its controllers, and what clients see. */
public final class Status {

    private final Boards boards;
    private final StatusSite site;
    private final List<Controller<?, ?>> controllers;

    /** Before the mirror starts. */
    public Status(Mirror mirror, InstantSource clock) {
        this.boards = new Boards(mirror, clock);
        this.site = new StatusSite(boards, List.of(new SummaryView(clock)));
        this.controllers = List.of(
                IncidentWiring.controller(mirror),
                MaintenanceWiring.controller(mirror, clock),
                ComponentWiring.controller(boards, clock));
    }

    public Boards boards() {
        return boards;
    }

    public StatusSite site() {
        return site;
    }

    /** Of kinds that no controller acts for: views read them as they are. */
    public static List<ObjectNode> definitions() {
        return Stream.of(StatusPage.class, ImpactType.class).map(Definition::of).toList();
    }

    public List<Controller<?, ?>> controllers() {
        return controllers;
    }
}
