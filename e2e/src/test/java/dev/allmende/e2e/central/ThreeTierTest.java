package dev.allmende.e2e.central;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.network.FloatingIP;
import dev.allmende.e2e.up.Server;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** examples/three-tier in a fresh {@code allmende up} with its demonstration cloud. */
class ThreeTierTest {

    private static final String TENANT = "demo";
    private static final Path EXAMPLE = Path.of("..", "examples", "three-tier", "three-tier.yaml");
    private static final int PATIENCE_SECONDS = 120;

    private @TempDir Path folder = Path.of("");

    @Test
    void allOfItGetsReadyAndLeavesTheCloudEmpty() throws Exception {
        try (var server = Server.up(folder);
                var kubernetes = server.client()) {
            kubernetes
                    .namespaces()
                    .withName(TENANT)
                    .waitUntilCondition(Objects::nonNull, PATIENCE_SECONDS, TimeUnit.SECONDS);
            try (var project = Projects.open(server.data().resolve("clouds.yaml"))) {
                var empty = Inventory.of(project);
                var objects = apply(kubernetes);
                objects.forEach(object -> await(kubernetes, object, true));

                assertThat(Inventory.of(project).counts())
                        .containsEntry("server", 3)
                        .containsEntry("volume", 2)
                        .containsEntry("loadbalancer", 1)
                        .containsEntry("floatingip", 1)
                        .containsEntry("router", 1);
                var address = kubernetes
                        .resources(FloatingIP.class)
                        .inNamespace(TENANT)
                        .withName("three-tier")
                        .get();
                assertThat(Objects.requireNonNull(address.getStatus().observed())
                                .portID())
                        .isNotNull();

                kubernetes.resourceList(objects).delete();
                objects.forEach(object -> await(kubernetes, object, false));
                assertThat(Inventory.of(project)).isEqualTo(empty);
            }
        }
    }

    private static List<HasMetadata> apply(KubernetesClient kubernetes) throws Exception {
        try (var in = Files.newInputStream(EXAMPLE)) {
            var objects = kubernetes.load(in).items();
            objects.forEach(object -> {
                object.getMetadata().setNamespace(TENANT);
                kubernetes.resource(object).create();
            });
            return objects;
        }
    }

    /** @param wanted whether it shall be there, and ready */
    private static void await(KubernetesClient kubernetes, HasMetadata object, boolean wanted) {
        kubernetes
                .genericKubernetesResources(object.getApiVersion(), object.getKind())
                .inNamespace(TENANT)
                .withName(object.getMetadata().getName())
                .waitUntilCondition(seen -> wanted ? isReady(seen) : seen == null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean isReady(@Nullable GenericKubernetesResource object) {
        List<Map<String, Object>> conditions = object == null ? null : object.get("status", "conditions");
        return conditions != null
                && conditions.stream()
                        .anyMatch(each -> "Ready".equals(each.get("type")) && "True".equals(each.get("status")));
    }
}
