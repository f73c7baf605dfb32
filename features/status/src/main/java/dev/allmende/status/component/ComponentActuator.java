package dev.allmende.status.component;

import dev.allmende.api.Reason;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** Tells how a component fares, as readers of the page see it. */
final class ComponentActuator implements Actuator<Component, ComponentStatus> {

    private static final int MOST = 64;

    private final Boards boards;
    private final InstantSource clock;

    ComponentActuator(Boards boards, InstantSource clock) {
        this.boards = boards;
        this.clock = clock;
    }

    @Override
    public Outcome<ComponentStatus> act(Component component) {
        var before = Objects.requireNonNullElse(component.getStatus(), ComponentStatus.UNSEEN);
        var now = clock.instant();
        return boards.find(component.getMetadata().getNamespace())
                .<Outcome<ComponentStatus>>map(board -> seen(before, board, Ids.of(component), now))
                .orElseGet(() -> new Outcome.Busy<>(
                        before, Reason.WAITING_FOR, "there is no StatusPage in this namespace: make one"));
    }

    private static Outcome<ComponentStatus> seen(ComponentStatus before, Board board, UUID part, Instant now) {
        var active = board.active(part, now).toList();
        var status = new ComponentStatus(
                before.observedGeneration(),
                before.conditions(),
                board.severity(part, now).orElse(null),
                active.stream()
                        .map(ComponentActuator::word)
                        .distinct()
                        .limit(MOST)
                        .toList());
        var message = active.isEmpty() ? "nothing affects it" : "affected by " + String.join(", ", status.affectedBy());
        return board.nextChange(part, now)
                .<Outcome<ComponentStatus>>map(
                        edge -> new Outcome.Until<>(status, message, Duration.between(now, edge)))
                .orElseGet(() -> new Outcome.Ready<>(status, message));
    }

    private static String word(Happening happening) {
        return switch (happening.sort()) {
            case INCIDENT -> "Incident " + happening.name();
            case MAINTENANCE -> "Maintenance " + happening.name();
        };
    }
}
