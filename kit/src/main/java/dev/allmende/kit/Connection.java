package dev.allmende.kit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How the API is reached. */
public final class Connection {

    /** Kept here, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger VERSIONS =
            Logger.getLogger("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils");

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
        VERSIONS.setLevel(Level.SEVERE); // it warns of every kind whose version is not yet v1
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .build();
    }
}
