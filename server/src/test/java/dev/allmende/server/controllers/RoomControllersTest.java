package dev.allmende.server.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.network.Network;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.kit.Connection;
import dev.allmende.server.demo.DemoCloud;
import dev.allmende.server.place.Folders;
import dev.allmende.server.rooms.Ground;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.status.StatusPages;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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
        var ground = new Ground(folders, Map.of(), Clock.systemUTC(), Issuers.NONE, new StatusPages());
        try (var demo = DemoCloud.startUnlessConfigured(folders, Map.of("HOME", folder.toString()))
                        .orElseThrow();
                var running = new RoomControllers().start(ground, file)) {
            var cloud = ready(kubernetes);

            assertThat(cloud.getSpec().authURL()).startsWith(demo.url());
            assertThat(cloud.getStatus().serviceCount()).isPositive();
            assertThat(readyTenant(kubernetes, "demo").getStatus().user()).isEqualTo("demo");
            assertThat(readyNetwork(kubernetes, "demo", "public").getStatus().id())
                    .isNotNull();
            kubernetes.resource(TENANT).create();
            assertThat(readyTenant(kubernetes, "acme").getStatus().user()).isEqualTo("allmende-acme");
            readyNetwork(kubernetes, "acme", "public");
            assertThat(running).isNotNull();
        }
    }

    private static final String TENANT = """
            apiVersion: tenancy.allmende.dev/v1alpha1
            kind: Tenant
            metadata: {name: acme}
            spec:
              cloudRef: {name: demo}
              openstack: {create: {}}
              credential: {managed: {}}
              members:
              - {user: ada, role: editor}
            """;

    private static Tenant readyTenant(KubernetesClient kubernetes, String name) {
        return kubernetes
                .resources(Tenant.class)
                .withName(name)
                .waitUntilCondition(
                        tenant -> tenant != null && tenant.getStatus() != null && Condition.isReady(tenant.getStatus()),
                        90,
                        TimeUnit.SECONDS);
    }

    private static Network readyNetwork(KubernetesClient kubernetes, String tenant, String name) {
        return kubernetes
                .resources(Network.class)
                .inNamespace(tenant)
                .withName(name)
                .waitUntilCondition(
                        network -> network != null
                                && network.getStatus() != null
                                && Condition.isReady(network.getStatus()),
                        90,
                        TimeUnit.SECONDS);
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
            assertThat(may(controllers, "create", "secrets", Rights.NAMESPACE)).isTrue();
            assertThat(may(controllers, "create", "secrets", "default")).isFalse();
            assertThat(may(controllers, "create", "namespaces", "")).isTrue();
            assertThat(may(controllers, "delete", "namespaces", "")).isFalse();
            assertThat(may(controllers, "delete", "namespaces", "default")).isFalse();
            assertThat(may(controllers, "update", "clusterroles", "")).isFalse();
            assertThat(may(controllers, "bind", "clusterroles", "")).isFalse();
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
