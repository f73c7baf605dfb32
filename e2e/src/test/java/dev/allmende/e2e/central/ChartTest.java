package dev.allmende.e2e.central;

import dev.allmende.api.tenancy.Tenant;
import dev.allmende.e2e.client.Clients;
import dev.allmende.e2e.up.Server;
import dev.allmende.openstack.Cloud;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** In a fresh {@code allmende up} with its demonstration cloud. */
class ChartTest extends ChartBehaviour {

    private static final String TENANT = "demo";
    private static final String MEMBERS =
            "{\"spec\": {\"members\": [{\"user\": \"%s\", \"role\": \"editor\"}]}}".formatted(MEMBER);

    private record Up(Server server, KubernetesClient kubernetes, Cloud project) implements Place {

        @Override
        public Path kubeconfig() {
            return server.data().resolve("kubeconfig");
        }

        @Override
        public String tenant() {
            return TENANT;
        }

        @Override
        public void close() {
            project.close();
            kubernetes.close();
            server.close();
        }
    }

    @Override
    Clients clients(Path folder) throws Exception {
        return Clients.orSkip(folder);
    }

    @Override
    Place open(Path folder) throws Exception {
        var server = Server.up(folder);
        var kubernetes = server.client();
        // the namespace comes after the tenant
        kubernetes.namespaces().withName(TENANT).waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
        kubernetes.resources(Tenant.class).withName(TENANT).patch(PatchContext.of(PatchType.JSON_MERGE), MEMBERS);
        return new Up(server, kubernetes, Projects.open(server.data().resolve("clouds.yaml")));
    }
}
