package dev.allmende.e2e.central;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.e2e.Allmende;
import dev.allmende.kit.Connection;
import dev.allmende.openstack.Cloud;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controllers are killed at each change that they send to the cloud, on the way there and on the way back: nothing is
 * doubled, nothing is left behind.
 */
@ExtendWith(ApiServerExtension.class)
class KilledControllersTest {

    private static final String SYSTEM = "allmende-system";
    private static final String TENANT = "killed";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MORE_THAN_THERE_ARE = 60;

    @Test
    void whereverTheyAreKilledTheyConverge(Kubeconfig kubeconfig, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("kubeconfig"), kubeconfig.yaml());
        try (var devcloud = DevCloud.start(Scenario.named("good"));
                var kubernetes = Connection.of(kubeconfig.yaml());
                var project = Projects.of(devcloud, folder);
                var controllers = new Controllers(folder)) {
            var stage = new Stage(kubernetes, project, controllers);
            stage.onboard(devcloud);
            var assassin = new Assassin();
            devcloud.witness(assassin);
            var empty = Inventory.of(project);
            var full = stage.there();
            assertThat(full).isNotEqualTo(empty);
            assertThat(stage.back()).isEqualTo(empty);

            boolean isStruck = true;
            for (int change = 1; isStruck; change++) {
                assertThat(change).as("changes of one way").isLessThan(MORE_THAN_THERE_ARE);
                assassin.hire(change, controllers::kill);
                assertThat(stage.there())
                        .as("killed at change %d of the way there", change)
                        .isEqualTo(full);
                isStruck = assassin.hasStruck();

                assassin.hire(change, controllers::kill);
                assertThat(stage.back())
                        .as("killed at change %d of the way back", change)
                        .isEqualTo(empty);
                isStruck |= assassin.hasStruck();
            }
        }
    }

    /** The process that is killed; started anew when somebody looks. */
    private static final class Controllers implements AutoCloseable {

        private final Path folder;
        private @Nullable Allmende process;

        Controllers(Path folder) {
            this.folder = folder;
        }

        synchronized void ensure() throws IOException {
            if (process == null || !process.alive()) {
                process =
                        Allmende.start(folder, "controllers", "--kubeconfig", "kubeconfig", "--listen", "127.0.0.1:0");
            }
        }

        synchronized void kill() throws InterruptedException {
            Objects.requireNonNull(process).kill();
        }

        synchronized String said() throws IOException {
            return process == null ? "" : process.out() + process.err();
        }

        @Override
        public synchronized void close() {
            Optional.ofNullable(process).ifPresent(Allmende::close);
        }
    }

    /** A tenant with the same objects again and again. */
    private record Stage(KubernetesClient kubernetes, Cloud project, Controllers controllers) {

        void onboard(DevCloud devcloud) throws Exception {
            for (var name : List.of(SYSTEM, TENANT)) {
                kubernetes
                        .resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                        .create();
            }
            until("the kinds", this::hasKinds);
            new Provider(kubernetes, SYSTEM).take(TENANT, devcloud, Catalogue.NONE);
        }

        /** Whether the API serves all that the objects are of. */
        private boolean hasKinds() throws IOException {
            var served = new HashSet<String>();
            for (var definition : kubernetes
                    .apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .list()
                    .getItems()) {
                var spec = definition.getSpec();
                var version = spec.getVersions().getFirst().getName();
                var resources = kubernetes.getApiResources(spec.getGroup() + "/" + version);
                if (resources != null) {
                    resources.getResources().forEach(resource -> served.add(resource.getKind()));
                }
            }
            return served.contains("Tenant")
                    && objects().stream().allMatch(object -> served.contains(object.getKind()));
        }

        /** What the project has when all is ready. */
        Inventory there() throws Exception {
            var objects = objects();
            for (var object : objects) {
                kubernetes.resource(object).create();
            }
            until(
                    "all are ready",
                    () -> objects.stream()
                            .allMatch(object ->
                                    stored(object).filter(Stage::isReady).isPresent()));
            return Inventory.of(project);
        }

        /** What the project has when all is gone. */
        Inventory back() throws Exception {
            var objects = objects();
            kubernetes.resourceList(objects).delete();
            until(
                    "all are gone",
                    () -> objects.stream().allMatch(object -> stored(object).isEmpty()));
            return Inventory.of(project);
        }

        private List<HasMetadata> objects() throws IOException {
            try (InputStream tree =
                    Objects.requireNonNull(KilledControllersTest.class.getResourceAsStream("tree.yaml"))) {
                var objects = kubernetes.load(tree).items();
                objects.forEach(object -> object.getMetadata().setNamespace(TENANT));
                return objects;
            }
        }

        private Optional<GenericKubernetesResource> stored(HasMetadata object) {
            return Optional.ofNullable(kubernetes
                    .genericKubernetesResources(object.getApiVersion(), object.getKind())
                    .inNamespace(TENANT)
                    .withName(object.getMetadata().getName())
                    .get());
        }

        private static boolean isReady(GenericKubernetesResource object) {
            List<Map<String, Object>> conditions = Optional.ofNullable(
                            object.<List<Map<String, Object>>>get("status", "conditions"))
                    .orElse(List.of());
            return conditions.stream()
                    .anyMatch(condition ->
                            "Ready".equals(condition.get("type")) && "True".equals(condition.get("status")));
        }

        private interface Check {
            boolean holds() throws Exception;
        }

        private void until(String what, Check check) throws Exception {
            var end = Instant.now().plus(PATIENCE);
            do {
                controllers.ensure();
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("never came to: " + what + "; the controllers said " + controllers.said());
                }
                Thread.sleep(Duration.ofMillis(100));
            } while (!check.holds());
        }
    }
}
