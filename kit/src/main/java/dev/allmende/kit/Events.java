package dev.allmende.kit;

import dev.allmende.api.Condition;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells in events when an object became ready, or why it did not: only what has changed. */
final class Events {

    private static final String COMPONENT = "allmende";

    private final KubernetesClient kubernetes;
    private final InstantSource clock;
    private final Consumer<String> problems;

    Events(KubernetesClient kubernetes, InstantSource clock, Consumer<String> problems) {
        this.kubernetes = kubernetes;
        this.clock = clock;
        this.problems = problems;
    }

    void tell(HasMetadata resource, List<Condition> before, List<Condition> after) {
        var ready = Condition.find(after, Condition.READY);
        var old = Condition.find(before, Condition.READY);
        if (ready.isEmpty() || same(old, ready.get())) {
            return;
        }
        try {
            post(resource, ready.get());
        } catch (KubernetesClientException refused) {
            // an event is a courtesy: the condition says the same
            problems.accept(
                    "event about %s not written: %s".formatted(resource.getFullResourceName(), refused.getMessage()));
        }
    }

    private static boolean same(Optional<Condition> old, Condition now) {
        return old.filter(before -> before.status().equals(now.status())
                        && before.reason().equals(now.reason())
                        && before.message().equals(now.message()))
                .isPresent();
    }

    private void post(HasMetadata resource, Condition ready) {
        var metadata = resource.getMetadata();
        var namespace = metadata.getNamespace() == null ? "default" : metadata.getNamespace();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var event = new EventBuilder()
                .withNewMetadata()
                .withGenerateName(metadata.getName() + ".")
                .withNamespace(namespace)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withName(metadata.getName())
                .withNamespace(metadata.getNamespace())
                .withUid(metadata.getUid())
                .endInvolvedObject()
                .withType(ready.isTrue() ? "Normal" : "Warning")
                .withReason(ready.reason())
                .withMessage(ready.message().length() > 1024 ? ready.message().substring(0, 1024) : ready.message())
                .withNewSource()
                .withComponent(COMPONENT)
                .endSource()
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .build();
        kubernetes.v1().events().inNamespace(namespace).resource(event).create();
    }
}
