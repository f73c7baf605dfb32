package dev.allmende.central.example;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class ExamplesTest extends ExamplesBehaviour {

    private final Kubeconfig kubeconfig;

    ExamplesTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground ground() {
        return Ground.start(Connection.of(kubeconfig.yaml()));
    }
}
