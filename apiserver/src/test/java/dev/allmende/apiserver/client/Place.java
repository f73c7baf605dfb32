package dev.allmende.apiserver.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.UUID;

/**
 * Where one test works: a namespace and an API group that no other has. Both are cleaned up behind it.
 *
 * @param name names whatever else must be the test's own
 */
public record Place(Api api, KubernetesClient client, String kubeconfig, String name) implements AutoCloseable {

    public static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    public static final String NAMESPACES = "/api/v1/namespaces";

    public static Place at(String kubeconfig) {
        var api = Api.of(kubeconfig);
        var name = "t" + UUID.randomUUID().toString().substring(0, 8);
        api.post(NAMESPACES, Samples.named("v1", "Namespace", name)).object();
        return new Place(api, client(kubeconfig), kubeconfig, name);
    }

    public static KubernetesClient client(String kubeconfig) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
    }

    public String namespace() {
        return name;
    }

    /** Of the test's own kinds. */
    public String group() {
        return name + ".example.test";
    }

    /** Path of a collection of the core group in the test's namespace. */
    public String core(String plural) {
        return "%s/%s/%s".formatted(NAMESPACES, name, plural);
    }

    public String maps() {
        return core("configmaps");
    }

    public String map(String of) {
        return maps() + "/" + of;
    }

    public String definition(String plural) {
        return DEFINITIONS + "/" + plural + "." + group();
    }

    /** Path of a collection of the test's own group in its namespace. */
    public String custom(String version, String plural) {
        return "/apis/%s/%s/namespaces/%s/%s".formatted(group(), version, name, plural);
    }

    /** Installs a definition and waits until it is established and its objects can be listed. */
    public void install(ObjectNode definition) {
        api.post(DEFINITIONS, definition).object();
        awaitServed(definition);
    }

    public void awaitServed(ObjectNode definition) {
        api.await(
                DEFINITIONS + "/" + definition.at("/metadata/name").asText(),
                reply -> Samples.condition(reply.object(), "Established").equals("True"));
        for (var version : definition.at("/spec/versions")) {
            if (!version.path("served").asBoolean()) {
                continue;
            }
            api.await(
                    "/apis/%s/%s/%s"
                            .formatted(
                                    definition.at("/spec/group").asText(),
                                    version.path("name").asText(),
                                    definition.at("/spec/names/plural").asText()),
                    reply -> reply.code() == 200);
        }
    }

    /** A definition of the test's group. */
    public ObjectNode definitionOf(String plural, String kind, String... versions) {
        return Samples.definition(group(), plural, kind, versions);
    }

    /** An object of the test's group. */
    public ObjectNode object(String version, String kind, String of) {
        return Samples.named(group() + "/" + version, kind, of);
    }

    @Override
    public void close() {
        try (api;
                client) {
            for (var item : api.get(DEFINITIONS).object().path("items")) {
                if (item.at("/spec/group").asText().equals(group())) {
                    api.delete(DEFINITIONS + "/" + item.at("/metadata/name").asText());
                }
            }
            api.delete(NAMESPACES + "/" + name);
        }
    }
}
