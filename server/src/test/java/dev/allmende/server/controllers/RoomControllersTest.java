package dev.allmende.server.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.kit.Connection;
import dev.allmende.server.demo.DemoCloud;
import dev.allmende.server.place.Folders;
import dev.allmende.server.rooms.Ground;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With the rights of deploy/kubernetes/rights.yaml and no more. */
@ExtendWith(ApiServerExtension.class)
class RoomControllersTest {

    @Test
    void theDemonstrationCloudBecomesReady(KubernetesClient kubernetes, Kubeconfig kubeconfig, @TempDir Path folder)
            throws Exception {
        var file = folder.resolve("kubeconfig");
        Files.writeString(file, kubeconfig.yaml());
        var folders = new Folders(folder, folder.resolve("keys"));
        var ground = new Ground(folders, Map.of(), Clock.systemUTC(), Optional.empty());
        try (var demo = DemoCloud.startUnlessConfigured(folders, Map.of("HOME", folder.toString()))
                        .orElseThrow();
                var running = new RoomControllers().start(ground, file)) {
            var cloud = ready(kubernetes);

            assertThat(cloud.getSpec().authURL()).startsWith(demo.url());
            assertThat(cloud.getStatus().serviceCount()).isPositive();
            assertThat(running).isNotNull();
        }
    }

    private static Cloud ready(KubernetesClient kubernetes) throws InterruptedException {
        while (kubernetes
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName("clouds.tenancy.allmende.dev")
                        .get()
                == null) {
            Thread.sleep(Duration.ofMillis(100));
        }
        return kubernetes
                .resources(Cloud.class)
                .withName("demo")
                .waitUntilCondition(
                        cloud -> cloud != null
                                && cloud.getStatus() != null
                                && Condition.find(cloud.getStatus().conditions(), Condition.READY)
                                        .filter(Condition::isTrue)
                                        .isPresent(),
                        90,
                        TimeUnit.SECONDS);
    }

    @Test
    void theControllersMayNotDoWhatTheyNeedNot(Kubeconfig kubeconfig) throws IOException {
        try (var administrator = Connection.of(kubeconfig.yaml());
                var controllers = Connection.as(Rights.USER, kubeconfig.yaml())) {
            Rights.apply(administrator);

            assertThat(may(controllers, "get", "secrets", Rights.NAMESPACE)).isTrue();
            assertThat(may(controllers, "get", "secrets", "default")).isFalse();
            assertThat(may(controllers, "delete", "namespaces", "")).isFalse();
        }
    }

    private static boolean may(KubernetesClient client, String verb, String resource, String namespace) {
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withResource(resource)
                        .withNamespace(namespace)
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed();
    }
}
