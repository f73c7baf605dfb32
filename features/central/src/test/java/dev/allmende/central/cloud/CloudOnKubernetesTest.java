package dev.allmende.central.cloud;

import dev.allmende.central.RealKubernetes;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver: nothing in a controller asks which one it talks to. */
@Tag("real")
@Tag("kubernetes")
class CloudOnKubernetesTest extends CloudBehaviour {

    @Override
    KubernetesClient connect() {
        return RealKubernetes.connect();
    }
}
