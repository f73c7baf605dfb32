package dev.allmende.central.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.central.OnOpenStack;
import dev.allmende.central.Site;
import dev.allmende.kit.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One life in a real cloud, which has nowhere to move a server to: no resize. */
@OnOpenStack
@ExtendWith(ApiServerExtension.class)
class ServerOnOpenStackTest {

    @Test
    void aServerLivesAndDies(Kubeconfig kubeconfig) {
        var ground = Ground.start(Connection.of(kubeconfig.yaml()), Site.testbed());
        try {
            var life = new ServerLife(new Yard(ground), "testbed.tiny", "tiny");
            life.born();
            life.stoppedAndStartedByField();
            life.toldOtherwise();
            life.gone();
        } finally {
            assertThat(ground.close()).isEmpty();
        }
    }
}
