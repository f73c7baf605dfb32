package dev.allmende.central.identity;

import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a resource be looked at as soon as one that it names comes, goes or gets ready, and not only at the next round. */
final class Wakeups<R extends Thing<S>, S extends Kept> {

    private final Kind<S, R, ?> kind;
    private final EventSourceContext<R> context;

    Wakeups(Kind<S, R, ?> kind, EventSourceContext<R> context) {
        this.kind = kind;
        this.context = context;
    }

    List<EventSource<?, R>> all() {
        return kind.needs().stream().<EventSource<?, R>>map(this::of).toList();
    }

    private <N extends Thing<?>> EventSource<?, R> of(Class<N> needed) {
        var configuration = InformerEventSourceConfiguration.from(needed, kind.type())
                .withName("needed-" + needed.getSimpleName())
                .withSecondaryToPrimaryMapper(this::users)
                .withOnUpdateFilter((now, before) -> !state(now).equals(state(before)))
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    /** Of the same namespace only: nothing reaches over its border. */
    private Set<ResourceID> users(Thing<?> needed) {
        var reference = needed.reference();
        var namespace = needed.getMetadata().getNamespace();
        return context.getPrimaryCache()
                .list(namespace, resource -> kind.references(resource.getSpec()).contains(reference))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    /** What others can notice of it. */
    private static String state(Thing<?> needed) {
        var status = needed.statusOrNew();
        var ready = status.condition("Ready").map(Condition::status).orElse("");
        return ready + " " + Objects.requireNonNullElse(status.id(), "");
    }
}
