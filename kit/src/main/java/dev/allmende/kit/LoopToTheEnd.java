package dev.allmende.kit;

import dev.allmende.api.Observed;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.time.InstantSource;

/** The loop of kinds whose objects take something with them: the SDK gives them a finalizer for it. */
final class LoopToTheEnd<R extends CustomResource<?, S>, S extends Observed> extends Loop<R, S> implements Cleaner<R> {

    private final Remover<R, S> remover;

    LoopToTheEnd(
            Controller<R, S> controller,
            Remover<R, S> remover,
            Wakes wakes,
            Events events,
            Figures figures,
            InstantSource clock) {
        super(controller, wakes, events, figures, clock);
        this.remover = remover;
    }

    @Override
    public DeleteControl cleanup(R resource, Context<R> context) throws InterruptedException {
        return switch (step(resource)) {
            case Remover.Gone<S> gone -> DeleteControl.defaultDelete();
            case Remover.Left<S> left -> stay(resource, left.outcome(), context);
        };
    }

    private Remover.Step<S> step(R resource) throws InterruptedException {
        try {
            return remover.remove(resource);
        } catch (RuntimeException defect) {
            return new Remover.Left<>(unexpected(resource, defect));
        }
    }

    private DeleteControl stay(R resource, Outcome<S> outcome, Context<R> context) {
        var seen = seen(resource, outcome);
        if (!seen.isOld()) {
            write(resource, seen.status(), context);
        }
        return DeleteControl.noFinalizerRemoval().rescheduleAfter(seen.pause().toMillis());
    }
}
