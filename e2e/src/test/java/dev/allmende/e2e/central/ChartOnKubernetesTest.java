package dev.allmende.e2e.central;

import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Member;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.e2e.Allmende;
import dev.allmende.e2e.client.Clients;
import dev.allmende.kit.Apply;
import dev.allmende.kit.Connection;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;

/** On a kube-apiserver, with {@code allmende controllers} beside it. */
@Tag("real")
@Tag("kubernetes")
class ChartOnKubernetesTest extends ChartBehaviour {

    private static final Path ROLES = Path.of("..", "deploy", "kubernetes", "tenant-roles.yaml");

    private record Beside(
            KubernetesClient kubernetes,
            Path kubeconfig,
            String tenant,
            DevCloud devcloud,
            dev.allmende.openstack.Cloud project,
            Allmende controllers)
            implements Place {

        @Override
        public void close() {
            var who = kubernetes.resources(Tenant.class).withName(tenant);
            who.delete();
            who.waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
            kubernetes.resources(Cloud.class).withName(tenant).delete();
            kubernetes.namespaces().withName(tenant).delete();
            kubernetes.namespaces().withName(system(tenant)).delete();
            controllers.close();
            project.close();
            devcloud.close();
            kubernetes.close();
        }
    }

    @Override
    Clients clients(Path folder) throws Exception {
        return Clients.of(folder);
    }

    @Override
    Place open(Path folder) throws Exception {
        var kubeconfig = Path.of(Objects.requireNonNull(
                System.getenv("ALLMENDE_TEST_KUBECONFIG"),
                "ALLMENDE_TEST_KUBECONFIG must name a kubeconfig: testbed/kubernetes-up writes one"));
        var kubernetes = Connection.of(Files.readString(kubeconfig));
        var tenant = "chart-" + UUID.randomUUID().toString().substring(0, 8);
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(system(tenant))
                        .endMetadata()
                        .build())
                .create();
        try (var roles = Files.newInputStream(ROLES)) {
            kubernetes.load(roles).items().forEach(role -> Apply.to(kubernetes, role));
        }
        var controllers = Allmende.start(
                folder,
                "controllers",
                "--kubeconfig=" + kubeconfig.toAbsolutePath(),
                "--namespace=" + system(tenant),
                "--listen=127.0.0.1:0");
        controllers.until("controllers that run", () -> said(controllers).contains("controllers run against"));
        var devcloud = DevCloud.start(Scenario.named("good"));
        new Provider(kubernetes, system(tenant))
                .take(tenant, devcloud, Catalogue.PUBLIC, Member.user(MEMBER, Member.Role.EDITOR));
        return new Beside(kubernetes, kubeconfig, tenant, devcloud, Projects.of(devcloud, folder), controllers);
    }

    /** Namespace of the controllers. */
    private static String system(String tenant) {
        return tenant + "-system";
    }

    private static String said(Allmende controllers) {
        try {
            return controllers.out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
