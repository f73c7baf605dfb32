package dev.allmende.kit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Objects;
import java.util.stream.Collectors;

/** Wakes objects when what they need has changed. */
final class Needs {

    private Needs() {}

    static <R extends HasMetadata, D extends HasMetadata> InformerEventSource<D, R> source(
            EventSourceContext<R> context, Class<R> kind, Dependency<R, D> need) {
        var primaries = context.getPrimaryCache();
        var index = "needs " + HasMetadata.getFullResourceName(need.kind());
        primaries.addIndexer(
                index,
                resource ->
                        need.place().apply(resource).map(Needs::key).stream().toList());
        var configuration = InformerEventSourceConfiguration.from(need.kind(), kind)
                .withName(index)
                .withWatchAllNamespaces()
                .withSecondaryToPrimaryMapper(needed -> primaries.byIndex(index, key(place(needed))).stream()
                        .map(ResourceID::fromResource)
                        .collect(Collectors.toSet()))
                .withPrimaryToSecondaryMapper((R resource) ->
                        need.place().apply(resource).map(Needs::id).stream().collect(Collectors.toSet()))
                .build();
        return new InformerEventSource<>(configuration, context);
    }

    private static Dependency.Place place(HasMetadata needed) {
        var metadata = needed.getMetadata();
        return new Dependency.Place(Objects.requireNonNullElse(metadata.getNamespace(), ""), metadata.getName());
    }

    private static String key(Dependency.Place place) {
        return place.namespace() + "/" + place.name();
    }

    private static ResourceID id(Dependency.Place place) {
        return place.namespace().isEmpty()
                ? new ResourceID(place.name())
                : new ResourceID(place.name(), place.namespace());
    }
}
