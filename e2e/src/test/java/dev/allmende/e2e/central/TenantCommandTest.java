package dev.allmende.e2e.central;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.network.Network;
import dev.allmende.e2e.Allmende;
import dev.allmende.e2e.up.Server;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code allmende tenant import} and {@code export} beside {@code allmende up} with its demonstration cloud. */
class TenantCommandTest {

    private static final String TENANT = "demo";

    private @TempDir Path folder = Path.of("");

    private Allmende.Ended tenant(String... args) throws Exception {
        var all = new String[args.length + 3];
        all[0] = "tenant";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--kubeconfig";
        all[args.length + 2] = folder.resolve("data/kubeconfig").toString();
        return Allmende.run(folder, all);
    }

    @Test
    void whatAProjectHasIsBroughtInOnceAndWrittenOut() throws Exception {
        try (var server = Server.up(folder);
                var kubernetes = server.client();
                var project = project(server)) {
            awaitTenant(kubernetes);
            var networks = new Networking(project).networks();
            var theirs = networks.create(new dev.allmende.openstack.network.Network.Wish().name("Their Network"));

            var dry = tenant("import", TENANT, "--cloud", "devcloud", "--dry-run");
            assertThat(dry.exitCode()).as(dry.err()).isZero();
            assertThat(dry.out())
                    .contains("kind: \"Network\"", "their-network", theirs.id(), "managementPolicy: \"Observe\"");
            assertThat(kubernetes
                            .resources(Network.class)
                            .inNamespace(TENANT)
                            .withName("their-network")
                            .get())
                    .isNull();

            var done = tenant("import", TENANT, "--cloud", "devcloud");
            assertThat(done.exitCode()).as(done.err()).isZero();
            assertThat(done.out()).contains("Network their-network");
            var shown = kubernetes
                    .resources(Network.class)
                    .inNamespace(TENANT)
                    .withName("their-network")
                    .waitUntilCondition(
                            network -> network != null
                                    && network.getStatus() != null
                                    && Condition.isReady(network.getStatus()),
                            60,
                            TimeUnit.SECONDS);
            assertThat(shown.getStatus().id()).isEqualTo(theirs.id());

            assertThat(tenant("import", TENANT, "--cloud", "devcloud").out()).contains("nothing to import");

            var out = tenant("export", TENANT);
            assertThat(out.exitCode()).as(out.err()).isZero();
            assertThat(out.out())
                    .contains("kind: \"Network\"", "their-network")
                    .doesNotContain("status:", "resourceVersion", "finalizers", "uid:");

            var nowhere = tenant("export", "no-such");
            assertThat(nowhere.exitCode()).isEqualTo(78);
            assertThat(nowhere.err()).contains("there is no namespace no-such");
        }
    }

    private Cloud project(Server server) throws IOException {
        return Projects.open(Files.copy(server.data().resolve("clouds.yaml"), folder.resolve("clouds.yaml")));
    }

    private static void awaitTenant(KubernetesClient kubernetes) {
        kubernetes
                .namespaces()
                .withName(TENANT)
                .waitUntilCondition(namespace -> namespace != null, 60, TimeUnit.SECONDS);
    }
}
