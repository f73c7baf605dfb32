package dev.allmende.bench.central;

import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantSpec;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tenants of a {@link Town}, each with a namespace, a login and objects. */
record Tenants(KubernetesClient kubernetes, int count) {

    private static final String SYSTEM = "allmende-system";
    private static final int AT_ONCE = 16;

    void awaitKinds() throws InterruptedException {
        while (kubernetes
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName("subnets.network.allmende.dev")
                        .get()
                == null) {
            Thread.sleep(50);
        }
        Thread.sleep(1_000);
    }

    void onboard(String authUrl) throws InterruptedException, ExecutionException {
        secret("town", "admin");
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName("town").build());
        cloud.setSpec(new CloudSpec(authUrl, null, null, new SecretReference("town")));
        kubernetes.resource(cloud).create();
        each(tenant -> {
            kubernetes
                    .resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(tenant)
                            .endMetadata()
                            .build())
                    .create();
            secret(tenant, tenant);
            var object = new Tenant();
            object.setMetadata(new ObjectMetaBuilder().withName(tenant).build());
            object.setSpec(TenantSpec.of("town", tenant).with(Catalogue.NONE));
            kubernetes.resource(object).create();
        });
    }

    private void secret(String name, String user) {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(SYSTEM)
                        .endMetadata()
                        .addToStringData(Map.of("username", user, "password", user + "-password", "projectName", user))
                        .build())
                .create();
    }

    /** Half of them networks, half of them subnets. */
    void objects(int each) throws InterruptedException, ExecutionException {
        each(tenant -> {
            for (int i = 0; i < each / 2; i++) {
                create(tenant, "network", "Network", "n-" + i, Map.of());
                create(
                        tenant,
                        "network",
                        "Subnet",
                        "n-" + i,
                        Map.of("networkRef", Map.of("name", "n-" + i), "cidr", "10.%d.0.0/24".formatted(i)));
            }
        });
    }

    void create(String tenant, String group, String kind, String name, Map<String, Object> spec) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(group + ".allmende.dev/v1alpha1");
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(tenant).build());
        object.setAdditionalProperty("spec", spec);
        kubernetes.resource(object).create();
    }

    /** Returns when it is gone, and what it stood for with it. */
    void remove(String tenant, String group, String kind, String name) {
        kubernetes
                .genericKubernetesResources(group + ".allmende.dev/v1alpha1", kind)
                .inNamespace(tenant)
                .withName(name)
                .withTimeoutInMillis(60_000)
                .delete();
    }

    /** Objects of the kind that are ready, of all tenants. */
    long ready(String group, String kind) {
        return kubernetes
                .genericKubernetesResources(group + ".allmende.dev/v1alpha1", kind)
                .inAnyNamespace()
                .list()
                .getItems()
                .stream()
                .filter(Tenants::isReady)
                .count();
    }

    static boolean isReady(@Nullable GenericKubernetesResource object) {
        List<Map<String, Object>> conditions = object == null ? null : object.get("status", "conditions");
        return conditions != null
                && conditions.stream()
                        .anyMatch(each -> "Ready".equals(each.get("type")) && "True".equals(each.get("status")));
    }

    /** What is done for a tenant. */
    interface Step {
        void take(String tenant) throws Exception;
    }

    private void each(Step step) throws InterruptedException, ExecutionException {
        many(count, number -> step.take(Town.tenant(number)));
    }

    /** One of many steps. */
    interface Numbered {
        void take(int number) throws Exception;
    }

    /** Several at once. */
    void many(int steps, Numbered step) throws InterruptedException, ExecutionException {
        var permits = new Semaphore(AT_ONCE);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, steps)
                    .mapToObj(number -> (Callable<Boolean>) () -> {
                        permits.acquire();
                        try {
                            step.take(number);
                        } finally {
                            permits.release();
                        }
                        return true;
                    })
                    .toList();
            for (var done : people.invokeAll(calls)) {
                done.get();
            }
        }
    }
}
