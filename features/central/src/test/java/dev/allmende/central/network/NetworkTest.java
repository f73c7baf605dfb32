package dev.allmende.central.network;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class NetworkTest extends NetworkBehaviour {

    private final Kubeconfig kubeconfig;

    NetworkTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    KubernetesClient connect() {
        return Connection.of(kubeconfig.yaml());
    }
}
