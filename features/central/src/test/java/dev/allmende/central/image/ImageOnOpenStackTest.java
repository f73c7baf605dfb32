package dev.allmende.central.image;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.central.OnOpenStack;
import dev.allmende.central.Site;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same in a real cloud. */
@OnOpenStack
@ExtendWith(ApiServerExtension.class)
class ImageOnOpenStackTest extends ImageBehaviour {

    private final Kubeconfig kubeconfig;

    ImageOnOpenStackTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground newGround() {
        return Ground.start(Connection.of(kubeconfig.yaml()), Site.testbed());
    }
}
