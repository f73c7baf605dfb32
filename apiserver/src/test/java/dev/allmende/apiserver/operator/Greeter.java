package dev.allmende.apiserver.operator;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps a ConfigMap with each greeting and, outside of the API, a word in a book that only the finalizer takes out. */
final class Greeter implements Reconciler<Greeting>, Cleaner<Greeting> {

    static final String FINALIZER = "operator.example.test/book";
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("greeter")
            .withForce(true)
            .build();

    private final String identity;
    private final Map<String, String> book;
    private final Consumer<Greeting> meanwhile;
    final AtomicInteger conflicts = new AtomicInteger();

    /**
     * @param book by namespace and name of a greeting, who wrote it
     * @param meanwhile what happens between reading a greeting and writing its status
     */
    Greeter(String identity, Map<String, String> book, Consumer<Greeting> meanwhile) {
        this.identity = identity;
        this.book = book;
        this.meanwhile = meanwhile;
    }

    @Override
    public List<EventSource<?, Greeting>> prepareEventSources(EventSourceContext<Greeting> context) {
        var maps = InformerEventSourceConfiguration.from(ConfigMap.class, Greeting.class)
                .withNamespacesInheritedFromController()
                .build();
        return List.of(new InformerEventSource<>(maps, context));
    }

    @Override
    public UpdateControl<Greeting> reconcile(Greeting greeting, Context<Greeting> context) {
        var text = "Hello " + greeting.getSpec().name();
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(greeting.getMetadata().getName())
                .withNamespace(greeting.getMetadata().getNamespace())
                .endMetadata()
                .withData(Map.of("text", text))
                .build();
        map.addOwnerReference(greeting);
        context.getClient().resource(map).patch(APPLY);
        book.put(greeting.getMetadata().getName(), identity);
        meanwhile.accept(greeting);
        greeting.setStatus(new Greeting.Done(text, identity));
        try {
            context.getClient()
                    .resource(greeting)
                    .lockResourceVersion(greeting.getMetadata().getResourceVersion())
                    .updateStatus();
        } catch (KubernetesClientException e) {
            if (e.getCode() == 409) {
                conflicts.incrementAndGet();
            }
            throw e;
        }
        return UpdateControl.noUpdate();
    }

    @Override
    public DeleteControl cleanup(Greeting greeting, Context<Greeting> context) {
        meanwhile.accept(greeting);
        book.remove(greeting.getMetadata().getName());
        return DeleteControl.defaultDelete();
    }
}
