package dev.allmende.kit;

import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.Reason;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Runs a kind's actuator and tells what came of it: status, conditions, events, figures, and when to look again.
 */
class Loop<R extends CustomResource<?, S>, S extends Observed> implements Reconciler<R> {

    private final Controller<R, S> controller;
    private final Wakes wakes;
    private final Events events;
    private final Figures figures;
    private final InstantSource clock;
    private final Pace pace;

    Loop(Controller<R, S> controller, Wakes wakes, Events events, Figures figures, InstantSource clock) {
        this.controller = controller;
        this.wakes = wakes;
        this.events = events;
        this.figures = figures;
        this.clock = clock;
        this.pace = new Pace(controller.resync(), RandomGenerator.getDefault());
    }

    @Override
    public UpdateControl<R> reconcile(R resource, Context<R> context) throws InterruptedException {
        long begin = System.nanoTime();
        var outcome = act(resource);
        figures.reconciled(controller.kind().getSimpleName(), outcome, System.nanoTime() - begin);
        var seen = seen(resource, outcome);
        if (!seen.isOld()) {
            write(resource, seen.status(), context);
        }
        return UpdateControl.<R>noUpdate().rescheduleAfter(seen.pause());
    }

    /**
     * Writes a status so that the next look sees it, even when that comes before the watch has told of it: a status that the
     * SDK patches is not kept by it (java-operator-sdk 5.2.3, ReconciliationDispatcher). Whoever else changed the object
     * meanwhile is no hindrance, so no version is asked for.
     */
    final void write(R resource, S status, Context<R> context) {
        var version = resource.getMetadata().getResourceVersion();
        resource.getMetadata().setResourceVersion(null);
        R written;
        try {
            written = context.getClient().resource(resource).editStatus(stored -> {
                stored.setStatus(status);
                return stored;
            });
        } finally {
            resource.getMetadata().setResourceVersion(version);
        }
        context.eventSourceRetriever()
                .getControllerEventSource()
                .handleRecentResourceUpdate(ResourceID.fromResource(resource), written, resource);
    }

    /** @param isOld whether the API has this status already */
    record Seen<S>(S status, Duration pause, boolean isOld) {}

    /** Status and pause that follow from an outcome; tells of it in an event when it is news. */
    final Seen<S> seen(R resource, Outcome<S> outcome) {
        var before = Objects.requireNonNullElse(resource.getStatus(), controller.unseen());
        long generation = Objects.requireNonNullElse(resource.getMetadata().getGeneration(), 0L);
        var now = clock.instant();
        var conditions = Conditions.after(before.conditions(), outcome, generation, now);
        var status = controller.withMeta().apply(outcome.status(), generation, conditions);
        boolean isOld = status.equals(resource.getStatus());
        if (!isOld) {
            events.tell(resource, before.conditions(), conditions);
        }
        return new Seen<>(status, pause(outcome, status, waiting(conditions, now)), isOld);
    }

    private Duration pause(Outcome<S> outcome, S status, Duration waiting) {
        var usual = pace.next(outcome, waiting);
        return controller
                .actuator()
                .patience(status)
                .map(due -> due.isPositive() ? due : Duration.ofMillis(1))
                .filter(due -> due.compareTo(usual) < 0)
                .orElse(usual);
    }

    /** A defect of an actuator must not stop the others: it is told in the object that met it. */
    private Outcome<S> act(R resource) throws InterruptedException {
        try {
            return controller.actuator().act(resource);
        } catch (RuntimeException defect) {
            return unexpected(resource, defect);
        }
    }

    final Outcome<S> unexpected(R resource, RuntimeException defect) {
        var status = Objects.requireNonNullElse(resource.getStatus(), controller.unseen());
        return new Outcome.Retry<>(status, Reason.TRANSIENT_ERROR, "unexpected: " + defect);
    }

    private static Duration waiting(List<Condition> conditions, Instant now) {
        return Condition.find(conditions, Condition.READY)
                .filter(ready -> !ready.isTrue())
                .map(ready -> Duration.between(Instant.parse(ready.lastTransitionTime()), now))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        return List.of(new WakeSource<>(controller.kind(), wakes));
    }
}
