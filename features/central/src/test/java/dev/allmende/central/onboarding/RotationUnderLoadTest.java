package dev.allmende.central.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.network.Network;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.kit.Connection;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A hundred objects are made while login and authorities change under them. */
@ExtendWith(ApiServerExtension.class)
class RotationUnderLoadTest {

    private static final int OBJECTS = 100;

    @Test
    void noObjectFailsAndTheOldLoginIsGone(Kubeconfig kubeconfig, @TempDir Path folder) throws Exception {
        var one = TlsFront.Identity.make(folder, "one");
        var two = TlsFront.Identity.make(folder, "two");
        var ground = Ground.start(Connection.of(kubeconfig.yaml()));
        var provider = new Provider(ground);
        var admin = ground.site().neighbour();
        try (var front = new TlsFront(ground.site().devcloud().orElseThrow().url(), one)) {
            var cloud = provider.cloud("tls", admin, front.url() + "/identity/v3", one.pem());
            provider.take("busy", cloud, Map.of("catalogue", "None"));
            var old = Objects.requireNonNull(provider.ready("busy").getStatus().credential())
                    .id();
            var failures = new ConcurrentSkipListSet<String>();
            try (var watching = watch(ground, provider.full("busy"), failures)) {
                assertThat(watching).isNotNull();
                make(ground, provider.full("busy"), 0, 25);
                trust(ground, cloud, one.pem() + two.pem());
                make(ground, provider.full("busy"), 25, 50);
                front.show(two);
                provider.annotate("busy", Renewal.ROTATE, "while all are busy");
                make(ground, provider.full("busy"), 50, 75);
                trust(ground, cloud, two.pem());
                provider.await(
                        "busy",
                        seen -> TenantBehaviour.isReady(seen)
                                && !Objects.requireNonNull(seen.getStatus().credential())
                                        .id()
                                        .equals(old));
                ground.later(Duration.ofMinutes(11));
                provider.annotate("busy", "waking", "1");
                make(ground, provider.full("busy"), 75, OBJECTS);
                for (int each = 0; each < OBJECTS; each++) {
                    ready(ground, provider.full("busy"), "n" + each);
                }
            }
            assertThat(failures).isEmpty();
            provider.await(
                    "busy",
                    seen -> Objects.requireNonNull(seen.getStatus().credential())
                                    .old()
                            == 0);
            assertThat(credentials(ground, provider)).hasSize(1).doesNotContain(old);
            provider.letGo();
        }
        assertThat(ground.close()).isEmpty();
    }

    private static void make(Ground ground, String namespace, int from, int to) {
        for (int each = from; each < to; each++) {
            var object = new GenericKubernetesResource();
            object.setApiVersion("network.allmende.dev/v1alpha1");
            object.setKind("Network");
            object.setMetadata(new ObjectMetaBuilder()
                    .withName("n" + each)
                    .withNamespace(namespace)
                    .build());
            object.setAdditionalProperty("spec", Map.of());
            ground.kubernetes().resource(object).create();
        }
    }

    private static void trust(Ground ground, String cloud, String pem) {
        ground.kubernetes().resources(Cloud.class).withName(cloud).edit(found -> {
            var spec = found.getSpec();
            found.setSpec(
                    new dev.allmende.api.tenancy.CloudSpec(spec.authURL(), spec.region(), pem, spec.credential()));
            return found;
        });
    }

    /** Every word of an object that is not on its way or there. */
    private static AutoCloseable watch(Ground ground, String namespace, Set<String> failures) {
        return ground.kubernetes()
                .resources(Network.class)
                .inNamespace(namespace)
                .watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, Network network) {
                        if (network.getStatus() != null) {
                            Condition.find(network.getStatus().conditions(), Condition.READY)
                                    .filter(ready -> !ready.isTrue())
                                    .filter(ready -> !List.of("Creating", "Updating", "Deleting")
                                            .contains(ready.reason()))
                                    .ifPresent(ready -> failures.add(network.getMetadata()
                                                    .getName() + ": " + ready.reason() + ": " + ready.message()));
                        }
                    }

                    @Override
                    public void onClose(WatcherException cause) {
                        failures.add("the watch ended: " + cause.getMessage());
                    }
                });
    }

    private static void ready(Ground ground, String namespace, String name) {
        ground.kubernetes()
                .resources(Network.class)
                .inNamespace(namespace)
                .withName(name)
                .waitUntilCondition(
                        seen -> seen != null && seen.getStatus() != null && Condition.isReady(seen.getStatus()),
                        90,
                        TimeUnit.SECONDS);
    }

    private static List<String> credentials(Ground ground, Provider provider) {
        var keystone = new Tenancy(ground.admin());
        var user = keystone.users()
                .list(Filter.name("allmende-" + provider.full("busy")))
                .getFirst();
        return keystone.applicationCredentials(user.id()).list(Filter.ALL).stream()
                .map(Resource::id)
                .toList();
    }
}
