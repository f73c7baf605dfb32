package dev.allmende.central.cloud;

import dev.allmende.central.OnKubernetes;
import dev.allmende.central.RealKubernetes;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The same on a real kube-apiserver: nothing in a controller asks which one it talks to. */
@OnKubernetes
class CloudOnKubernetesTest extends CloudBehaviour {

    @Override
    KubernetesClient connect() {
        return RealKubernetes.connect();
    }
}
