package dev.allmende.central.dnszone;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.central.Site;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same in a real cloud. */
@Tag("real")
@ExtendWith(ApiServerExtension.class)
class NamesOnOpenStackTest extends NamesBehaviour {

    private final Kubeconfig kubeconfig;

    NamesOnOpenStackTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground ground() {
        return Ground.start(Connection.of(kubeconfig.yaml()), Site.testbed());
    }
}
