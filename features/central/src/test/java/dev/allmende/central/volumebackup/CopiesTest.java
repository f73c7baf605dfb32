package dev.allmende.central.volumebackup;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class CopiesTest extends CopiesBehaviour {

    private final Kubeconfig kubeconfig;

    CopiesTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground ground() {
        return Ground.start(Connection.of(kubeconfig.yaml()));
    }
}
