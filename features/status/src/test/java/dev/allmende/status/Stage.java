package dev.allmende.status;

import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.kit.Apply;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.status.notice.Networks;
import dev.allmende.status.probe.CloudAccess;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** This room at a real API, and a client that asks its pages. */
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 300;

    public final KubernetesClient kubernetes;
    public final String namespace;
    public final Status status;
    private final ControllerHost host;

    /** @param namespace is made unless it is there */
    public Stage(KubernetesClient kubernetes, String namespace, InstantSource clock) {
        this(kubernetes, namespace, clock, CloudAccess.none());
    }

    /** @param clouds that probes can ask */
    public Stage(KubernetesClient kubernetes, String namespace, InstantSource clock, CloudAccess clouds) {
        this(kubernetes, namespace, clock, clouds, Status.Access.NONE);
    }

    /** @param access who may write */
    public Stage(
            KubernetesClient kubernetes,
            String namespace,
            InstantSource clock,
            CloudAccess clouds,
            Status.Access access) {
        this(kubernetes, namespace, clock, reach(clouds, Optional.empty()), access);
    }

    /** @param exports folder that pages are exported to */
    public Stage(KubernetesClient kubernetes, String namespace, InstantSource clock, Path exports) {
        this(kubernetes, namespace, clock, reach(CloudAccess.none(), Optional.of(exports)), Status.Access.NONE);
    }

    private static Status.Reach reach(CloudAccess clouds, Optional<Path> exports) {
        Consumer<String> problems = problem -> {
            throw new AssertionError(problem);
        };
        return new Status.Reach(
                clouds, ClientOptions.standard("test"), problems, Networks.PUBLIC, Optional.empty(), exports);
    }

    private Stage(
            KubernetesClient kubernetes,
            String namespace,
            InstantSource clock,
            Status.Reach reach,
            Status.Access access) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        var mirror = new Mirror(kubernetes, "default");
        status = new Status(mirror, clock, reach, access);
        host = ControllerHost.start(
                mirror,
                Status.definitions(),
                status.controllers(),
                new ControllerHost.Options(Optional.empty(), clock, problem -> {
                    throw new AssertionError(problem);
                }));
        Apply.unlessThere(
                kubernetes,
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build());
    }

    /** A page with a name, phases if any, and nothing else. */
    public static StatusPage page(String name, PhaseList... phases) {
        var page = new StatusPage();
        page.setSpec(new StatusPageSpec(
                name,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(phases),
                List.of(),
                null));
        return page;
    }

    /** Makes an object in the namespace and waits until pages know it. */
    public <T extends HasMetadata> T make(T object, String name) throws InterruptedException {
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        var made = kubernetes.resource(object).create();
        status.boards().await(() -> status.boards().shows(made), PATIENCE);
        return made;
    }

    /** Changes an object, again when its controller wrote in between. */
    public <T extends HasMetadata> void change(Class<T> kind, String name, UnaryOperator<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                kubernetes.resources(kind).inNamespace(namespace).withName(name).edit(change);
                return;
            } catch (KubernetesClientException conflict) {
                if (conflict.getCode() != 409 || tries == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    /** @param path with its query */
    public Reply get(String path) throws InterruptedException {
        return ask("GET", path, "");
    }

    /** @param path with its query, not percent-encoded */
    public Reply ask(String method, String path, String body) throws InterruptedException {
        return ask(method, path, body, Map.of());
    }

    /** @param headers by name in small letters */
    public Reply ask(String method, String path, String body, Map<String, String> headers) throws InterruptedException {
        var parts = path.split("\\?", 2);
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (parts.length > 1) {
            Arrays.stream(parts[1].split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> query.put(pair[0], List.of(pair.length > 1 ? pair[1] : "")));
        }
        var ask = new Ask(method, parts[0], query, headers, body.getBytes(StandardCharsets.UTF_8), "127.0.0.1");
        return status.site().answer(ask).orElseThrow();
    }

    public static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        status.close();
        host.close();
    }
}
