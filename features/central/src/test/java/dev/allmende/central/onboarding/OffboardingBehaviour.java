package dev.allmende.central.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.Condition;
import dev.allmende.api.network.Network;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.resource.Filter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How tenants are let go. */
abstract class OffboardingBehaviour extends Grounded {

    private Provider provider;
    private String cloud = "";

    @BeforeAll
    void start() {
        provider = new Provider(ground);
        cloud = provider.cloud("provider", ground.site().neighbour());
    }

    @AfterAll
    void stop() {
        provider.letGo();
    }

    @Test
    void aDeletionShowsWhatWouldBeLostAndGoesOnWhenThatIsConfirmed() {
        provider.take("leaving", cloud);
        var tenant = provider.ready("leaving");
        var project = Objects.requireNonNull(tenant.getStatus().projectID());
        network("leaving", "blue", Map.of());
        var network = ready("leaving", "blue");

        delete("leaving");
        var waiting = provider.await(
                "leaving", seen -> Provider.condition(seen).message().startsWith("would be lost"));
        assertThat(Provider.condition(waiting).message())
                .startsWith("would be lost: 1 Network, the project; if that is meant: kubectl annotate tenant ");
        assertThat(waiting.getStatus().losses()).containsExactly(new TenantStatus.Loss("Network", 1));
        assertThat(ground.neighbour().networks().find(id(network))).isPresent();

        confirm("leaving");
        awaitGone("leaving");

        var keystone = new Tenancy(ground.admin());
        assertThat(ground.neighbour().networks().find(id(network))).isEmpty();
        assertThat(keystone.projects().find(project)).isEmpty();
        assertThat(keystone.users().list(Filter.name("allmende-" + provider.full("leaving"))))
                .isEmpty();
        assertThat(provider.find("tenant-" + provider.full("leaving"))).isEmpty();
        ground.kubernetes()
                .namespaces()
                .withName(provider.full("leaving"))
                .waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
    }

    @Test
    void aProtectedObjectHoldsTheTenant() {
        provider.take("held", cloud);
        provider.ready("held");
        network("held", "precious", Map.of("deletionPolicy", "Protect"));
        ready("held", "precious");

        confirm("held");
        delete("held");
        var held = provider.await(
                "held", seen -> Provider.condition(seen).message().startsWith("protected"));
        assertThat(Provider.condition(held).message()).startsWith("protected: Network precious; set their");

        ground.kubernetes()
                .resources(Network.class)
                .inNamespace(provider.full("held"))
                .withName("precious")
                .patch(Provider.MERGE, "{\"spec\":{\"deletionPolicy\":\"Delete\"}}");
        provider.annotate("held", "waking", "1");
        awaitGone("held");
    }

    @Test
    void aProjectThatIsNotEmptyIsNotDeletedOverTheHeadOfWhatIsInIt() {
        provider.take("messy", cloud);
        provider.ready("messy");
        network("messy", "forgotten", Map.of("deletionPolicy", "Retain"));
        var forgotten = ready("messy", "forgotten");

        confirm("messy");
        delete("messy");
        var waiting = provider.await(
                "messy", seen -> Provider.condition(seen).message().startsWith("the project still has"));
        assertThat(Provider.condition(waiting).message()).startsWith("the project still has 1 network,");

        ground.neighbour().networks().delete(id(forgotten));
        awaitGone("messy");
    }

    @Test
    void whatWasThereBeforeTheTenantOutlivesIt() {
        var keystone = new Tenancy(ground.admin());
        var theirs = keystone.projects()
                .create(new dev.allmende.openstack.identity.Project.Wish()
                        .name(provider.full("old"))
                        .domain("default"));
        var name = provider.full("guest");
        ground.kubernetes()
                .resource(new io.fabric8.kubernetes.api.model.NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        provider.take("guest", cloud, Map.of("openstack", Map.of("projectRef", Map.of("id", theirs.id()))));
        provider.ready("guest");

        // nothing would be lost, so nothing must be confirmed
        delete("guest");
        awaitGone("guest");

        assertThat(keystone.projects().find(theirs.id())).isPresent();
        assertThat(keystone.users().list(Filter.name("allmende-" + name))).isEmpty();
        assertThat(ground.kubernetes().namespaces().withName(name).get()).isNotNull();
        assertThat(ground.kubernetes()
                        .rbac()
                        .roleBindings()
                        .inNamespace(name)
                        .list()
                        .getItems())
                .isEmpty();
        keystone.projects().delete(theirs.id());
        ground.kubernetes().namespaces().withName(name).delete();
    }

    private void network(String tenant, String name, Map<String, Object> spec) {
        var object = new GenericKubernetesResource();
        object.setApiVersion("network.allmende.dev/v1alpha1");
        object.setKind("Network");
        object.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(provider.full(tenant))
                .build());
        object.setAdditionalProperty("spec", new HashMap<>(spec));
        ground.kubernetes().resource(object).create();
    }

    private Network ready(String tenant, String name) {
        return ground.kubernetes()
                .resources(Network.class)
                .inNamespace(provider.full(tenant))
                .withName(name)
                .waitUntilCondition(
                        seen -> seen != null && seen.getStatus() != null && Condition.isReady(seen.getStatus()),
                        60,
                        TimeUnit.SECONDS);
    }

    private static String id(Network network) {
        return Objects.requireNonNull(network.getStatus().id());
    }

    private void confirm(String tenant) {
        provider.annotate(tenant, Offboarding.CONFIRM, provider.full(tenant));
    }

    private void delete(String tenant) {
        ground.kubernetes()
                .resources(Tenant.class)
                .withName(provider.full(tenant))
                .delete();
    }

    private void awaitGone(String tenant) {
        ground.kubernetes()
                .resources(Tenant.class)
                .withName(provider.full(tenant))
                .waitUntilCondition(Objects::isNull, 90, TimeUnit.SECONDS);
    }
}
