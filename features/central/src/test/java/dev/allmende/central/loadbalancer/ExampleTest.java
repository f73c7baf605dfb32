package dev.allmende.central.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.tenancy.Quota;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.resource.Filter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example works as it stands in the repository. */
@ExtendWith(ApiServerExtension.class)
class ExampleTest {

    private static final Path EXAMPLE = Path.of("../../examples/loadbalancer.yaml");

    @Test
    void isAppliedInOneGoAndGoesInOneGo(Kubeconfig kubeconfig) throws IOException {
        var ground = Ground.start(Connection.of(kubeconfig.yaml()));
        try (var file = Files.newInputStream(EXAMPLE)) {
            var objects = ground.kubernetes().load(file).items();
            for (HasMetadata object : objects) {
                object.getMetadata().setNamespace(ground.tenant());
                ground.kubernetes().resource(object).create();
            }
            ground.await(LoadBalancer.class, "shop", ExampleTest::isReady);
            ground.await(Quota.class, "project", ExampleTest::isReady);

            for (HasMetadata object : objects) {
                ground.kubernetes().resource(object).delete();
            }
            ground.awaitGone(LoadBalancer.class, "shop");
            assertThat(new Balancing(ground.cloud()).loadBalancers().list(Filter.ALL))
                    .isEmpty();
        } finally {
            assertThat(ground.close()).isEmpty();
        }
    }

    private static boolean isReady(CustomResource<?, ? extends Observed> object) {
        return Condition.isReady(object.getStatus());
    }
}
