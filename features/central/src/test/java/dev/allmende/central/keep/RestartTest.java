package dev.allmende.central.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.devcloud.http.Witness;
import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it costs the cloud that the controllers begin anew. */
@ExtendWith(ApiServerExtension.class)
class RestartTest {

    private static final int NETWORKS = 15;

    /** Reads of the cloud by path, without the talk before the first of them. */
    private static final class Reads implements Witness {

        private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void asked(Heard heard) {
            if (heard.isWrite()) {
                writes.incrementAndGet();
            } else if (heard.path().contains("/v2.0/")) {
                counts.computeIfAbsent(heard.path(), path -> new AtomicInteger())
                        .incrementAndGet();
            }
        }

        int of(String path) {
            var count = counts.get(path);
            return count == null ? 0 : count.get();
        }
    }

    @Test
    void costsOneListOfEachKindHoweverManyObjectsThereAre(Kubeconfig kubeconfig) throws Exception {
        var ground = Ground.start(Connection.of(kubeconfig.yaml()));
        List<HasMetadata> objects = new ArrayList<>();
        for (int i = 0; i < NETWORKS; i++) {
            objects.add(ground.network("n-" + i));
            objects.add(ground.subnet("n-" + i, "n-" + i, "10.%d.0.0/24".formatted(i)));
        }
        objects.forEach(object -> ground.kubernetes().resource(object).create());
        objects.forEach(ground::awaitReady);

        var reads = new Reads();
        ground.site().devcloud().orElseThrow().witness(reads);
        ground.restart();
        while (reads.of("/v2.0/networks") == 0 || reads.of("/v2.0/subnets") == 0) {
            Thread.sleep(Duration.ofMillis(50));
        }
        // the last look comes soon after the first: they only wait for the same list
        Thread.sleep(Duration.ofSeconds(3));

        assertThat(reads.counts).allSatisfy((path, count) -> assertThat(count).hasValue(1));
        assertThat(reads.writes).hasValue(0);
        assertThat(ground.kubernetes()
                        .resources(Network.class)
                        .inNamespace(ground.tenant())
                        .list()
                        .getItems())
                .hasSize(NETWORKS);
        assertThat(ground.kubernetes()
                        .resources(Subnet.class)
                        .inNamespace(ground.tenant())
                        .list()
                        .getItems())
                .hasSize(NETWORKS);
        assertThat(ground.close()).isEmpty();
    }
}
