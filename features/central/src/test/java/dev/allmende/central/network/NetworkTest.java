package dev.allmende.central.network;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class NetworkTest extends NetworkBehaviour {

    private final Kubeconfig kubeconfig;

    NetworkTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground ground() {
        return Ground.start(Connection.of(kubeconfig.yaml()));
    }
}
