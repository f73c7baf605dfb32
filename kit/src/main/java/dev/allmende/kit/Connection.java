package dev.allmende.kit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;

/** How the API is reached. */
public final class Connection {

    private Connection() {}

    /** As the user of a kubeconfig. */
    public static KubernetesClient of(String kubeconfig) {
        return open(Config.fromKubeconfig(kubeconfig));
    }

    /** As the ServiceAccount of the pod in which this runs. */
    public static KubernetesClient inCluster() {
        return open(Config.autoConfigure(null));
    }

    /** As another user, whom the one of the kubeconfig may impersonate: with that one's rights and no more. */
    public static KubernetesClient as(String user, String kubeconfig) {
        return open(new ConfigBuilder(Config.fromKubeconfig(kubeconfig))
                .withImpersonateUsername(user)
                .build());
    }

    /** Names the way to speak HTTP: where several are on the class path, fabric8 takes any. */
    private static KubernetesClient open(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }
}
