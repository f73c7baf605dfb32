package dev.allmende.status.maintenance;

import dev.allmende.api.Reason;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.MaintenanceStatus;
import dev.allmende.api.status.MaintenanceStatus.Span;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import dev.allmende.status.board.References;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Tells in the object how far a maintenance has come, and looks again when that changes. */
final class MaintenanceActuator implements Actuator<Maintenance, MaintenanceStatus> {

    private static final int NEXT = 5;

    private final Mirror mirror;
    private final InstantSource clock;

    MaintenanceActuator(Mirror mirror, InstantSource clock) {
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public Outcome<MaintenanceStatus> act(Maintenance maintenance) {
        var before = Objects.requireNonNullElse(maintenance.getStatus(), MaintenanceStatus.UNSEEN);
        try {
            var plan = Plan.of(maintenance.getSpec());
            var now = clock.instant();
            var agenda = Agenda.at(plan, now);
            var status = status(before, agenda);
            var missing = missing(maintenance);
            if (missing.isPresent()) {
                return new Outcome.Busy<>(status, Reason.WAITING_FOR, missing.get());
            }
            var message = message(plan, agenda);
            return agenda.until()
                    .<Outcome<MaintenanceStatus>>map(
                            until -> new Outcome.Until<>(status, message, Duration.between(now, until)))
                    .orElseGet(() -> new Outcome.Ready<>(status, message));
        } catch (InvalidPlan e) {
            return new Outcome.Stuck<>(before, Reason.INVALID_SPEC, String.valueOf(e.getMessage()));
        }
    }

    static MaintenanceStatus status(MaintenanceStatus before, Agenda agenda) {
        return new MaintenanceStatus(
                before.observedGeneration(),
                before.conditions(),
                agenda.current().map(Course::state).orElse(null),
                agenda.current().map(MaintenanceActuator::span).orElse(null),
                agenda.following().limit(NEXT).map(MaintenanceActuator::span).toList());
    }

    private static Span span(Course course) {
        Instant end = course.state().isOver() ? course.ended() : course.window().end();
        return new Span(course.began().toString(), end.toString());
    }

    private static String message(Plan plan, Agenda agenda) {
        if (!plan.isApproved()) {
            return "waits for the approval of another person (approvedBy); readers do not see it yet";
        }
        return agenda.current()
                .map(course -> switch (course.state()) {
                    case SCHEDULED, ANNOUNCED -> "begins at " + course.began();
                    case IN_PROGRESS, VERIFYING -> "runs until " + course.ended();
                    case OVERRUN -> "overruns: set finishedAt or a later end in spec.changes";
                    case COMPLETED -> "completed at " + course.ended();
                    case CANCELLED -> "called off: " + course.reason();
                })
                .orElse("no window within the horizon");
    }

    private Optional<String> missing(Maintenance maintenance) {
        var references = new References(mirror, maintenance.getMetadata().getNamespace());
        return maintenance.getSpec().affects().stream()
                .flatMap(impact -> references.missing(impact.componentRef(), impact.impactTypeRef()).stream())
                .findFirst();
    }
}
