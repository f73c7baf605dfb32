package dev.allmende.central.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Condition;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.identity.Project;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How tenants are taken on, whichever API their objects are in. */
abstract class TenantBehaviour extends Grounded {

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
        var keystone = new Tenancy(ground.admin());
        keystone.projects()
                .list(Filter.name(provider.full("old")))
                .forEach(left -> keystone.projects().delete(left.id()));
    }

    @Test
    void oneObjectMakesNamespaceProjectAndLogin() {
        provider.take("acme", cloud, Map.of("displayName", "Acme plc"));

        var tenant = provider.ready("acme");

        assertThat(tenant.getStatus().user()).isEqualTo("allmende-" + provider.full("acme"));
        var project = project(tenant);
        assertThat(project.name()).isEqualTo(provider.full("acme"));
        assertThat(project.description()).isEqualTo("Acme plc");
        var namespace = Objects.requireNonNull(
                ground.kubernetes().namespaces().withName(provider.full("acme")).get());
        assertThat(namespace.getMetadata().getLabels()).containsEntry(Space.TENANT, provider.full("acme"));
        assertThat(provider.login("acme"))
                .containsKeys("applicationCredentialID", "applicationCredentialSecret")
                .doesNotContainKey("userPassword");
        assertThat(Objects.requireNonNull(tenant.getStatus().credential()).id())
                .isEqualTo(provider.login("acme").get("applicationCredentialID"));
    }

    @Test
    void aLostStatusMakesNoSecondProject() {
        provider.take("forgetful", cloud);
        var before = provider.ready("forgetful");
        ground.kubernetes()
                .resources(Tenant.class)
                .withName(provider.full("forgetful"))
                .subresource("status")
                .patch(Provider.MERGE, "{\"status\":null}");
        provider.patch("forgetful", "{\"spec\":{\"displayName\":\"again\"}}");

        var after = provider.ready("forgetful");

        assertThat(after.getStatus().projectID()).isEqualTo(before.getStatus().projectID());
        assertThat(Objects.requireNonNull(after.getStatus().credential()).id())
                .isEqualTo(
                        Objects.requireNonNull(before.getStatus().credential()).id());
        assertThat(new Tenancy(ground.admin()).projects().list(Filter.name(provider.full("forgetful"))))
                .hasSize(1);
    }

    @Test
    void membersGetTheirRolesInTheNamespaceAndLoseThem() {
        provider.take(
                "crew",
                cloud,
                Map.of(
                        "members",
                        List.of(
                                Map.of("user", "ada", "role", "admin"),
                                Map.of("group", "developers", "role", "editor"),
                                Map.of("user", "bob", "role", "editor"))));
        provider.ready("crew");

        assertThat(subjects("crew", "allmende-tenant-admin")).containsExactly("User ada");
        assertThat(subjects("crew", "allmende-tenant-editor"))
                .containsExactlyInAnyOrder("Group developers", "User bob");
        assertThat(binding("crew", "allmende-tenant-viewer")).isNull();
        assertThat(subjects("crew", "allmende-tenant-secrets")).containsExactly("ServiceAccount allmende-controllers");

        provider.patch("crew", "{\"spec\":{\"members\":[{\"user\":\"bob\",\"role\":\"viewer\"}]}}");
        awaitGone("crew", "allmende-tenant-admin");
        awaitGone("crew", "allmende-tenant-editor");
        assertThat(subjects("crew", "allmende-tenant-viewer")).containsExactly("User bob");
    }

    @Test
    void aBindingThatSomebodyTookAwayComesBack() {
        provider.take("tampered", cloud);
        provider.ready("tampered");

        ground.kubernetes()
                .resource(Objects.requireNonNull(binding("tampered", "allmende-tenant-secrets")))
                .delete();

        ground.kubernetes()
                .resources(RoleBinding.class)
                .inNamespace(provider.full("tampered"))
                .withName("allmende-tenant-secrets")
                .waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
    }

    @Test
    void limitsOfTheProjectAreSet() {
        provider.take(
                "frugal",
                cloud,
                Map.of("quota", Map.of("compute", Map.of("cores", 7), "network", Map.of("floatingip", 3))));
        var tenant = provider.ready("frugal");

        var id = Objects.requireNonNull(tenant.getStatus().projectID());
        assertThat(new Computing(ground.admin())
                        .quota(id)
                        .item("cores")
                        .orElseThrow()
                        .limit())
                .isEqualTo(7);
        assertThat(ground.neighbour().quota(id).item("floatingip").orElseThrow().limit())
                .isEqualTo(3);
    }

    @Test
    void aProjectThatIsThereIsUsedAndKeepsItsName() {
        var keystone = new Tenancy(ground.admin());
        var theirs = keystone.projects()
                .create(new Project.Wish().name(provider.full("old")).domain("default"));
        provider.take("guest", cloud, Map.of("openstack", Map.of("projectRef", Map.of("name", provider.full("old")))));

        var tenant = provider.ready("guest");

        assertThat(tenant.getStatus().projectID()).isEqualTo(theirs.id());
        assertThat(keystone.projects().find(theirs.id()).orElseThrow().name()).isEqualTo(provider.full("old"));
    }

    @Test
    void aProjectOfTheSameNameThatIsNotTheTenantsIsLeftAlone() {
        var keystone = new Tenancy(ground.admin());
        var theirs = keystone.projects()
                .create(new Project.Wish().name(provider.full("taken")).domain("default"));
        provider.take("taken", cloud);

        var tenant = provider.await(
                "taken", seen -> Provider.condition(seen).reason().equals("Conflict"));

        assertThat(Provider.condition(tenant).message())
                .contains("that is not this tenant's")
                .contains("projectRef");
        keystone.projects().delete(theirs.id());
        provider.ready("taken");
    }

    /** Whether the cloud's Keystone has a policy for managers of domains (SCS-0302). */
    boolean managersMay() {
        return true;
    }

    @Test
    void theManagerOfADomainTakesTenantsOnInIt() {
        var manager = ground.site().manager().orElseThrow();
        provider.take("small", provider.cloud("domain", manager));

        if (!managersMay()) {
            provider.await("small", seen -> Provider.condition(seen).message().contains("not authorized"));
            return;
        }
        var tenant = provider.ready("small");

        assertThat(project(tenant).domainId()).isNotEqualTo("default");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> provider.create(
                        "misfit",
                        Map.of(
                                "cloudRef", Map.of("name", cloud),
                                "openstack", Map.of("create", Map.of()),
                                "credential", Map.of("name", "some"))))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("openstack and credential.managed go together");
        assertThatThrownBy(() -> provider.take("member", cloud, Map.of("members", List.of(Map.of("role", "admin")))))
                .hasMessageContaining("say either user or group");
        assertThatThrownBy(() -> provider.take("dotted.name", cloud))
                .hasMessageContaining("a tenant's name is its namespace's, too");
    }

    @Test
    void theNamespaceOfTheControllersIsNobodys() {
        ground.kubernetes()
                .resource(new io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder()
                        .withApiVersion("tenancy.allmende.dev/v1alpha1")
                        .withKind("Tenant")
                        .withNewMetadata()
                        .withName(ground.system())
                        .endMetadata()
                        .addToAdditionalProperties(
                                "spec",
                                Map.of(
                                        "cloudRef", Map.of("name", cloud),
                                        "openstack", Map.of("create", Map.of()),
                                        "credential", Map.of("managed", Map.of())))
                        .build())
                .create();

        var tenant = ground.kubernetes()
                .resources(Tenant.class)
                .withName(ground.system())
                .waitUntilCondition(seen -> seen != null && seen.getStatus() != null, 60, TimeUnit.SECONDS);

        assertThat(Provider.condition(tenant).message()).contains("is the controllers' own");
        ground.kubernetes().resource(tenant).delete();
    }

    private Project project(Tenant tenant) {
        var project = new Tenancy(ground.admin())
                .projects()
                .find(Objects.requireNonNull(tenant.getStatus().projectID()))
                .orElseThrow();
        assertThat(new Mark(tenant.getMetadata().getUid()).isOn(project, Mark.Place.DESCRIPTION))
                .isTrue();
        return project;
    }

    private @Nullable RoleBinding binding(String tenant, String role) {
        return ground.kubernetes()
                .resources(RoleBinding.class)
                .inNamespace(provider.full(tenant))
                .withName(role)
                .get();
    }

    private List<String> subjects(String tenant, String role) {
        return Objects.requireNonNull(binding(tenant, role)).getSubjects().stream()
                .map(TenantBehaviour::text)
                .toList();
    }

    private static String text(Subject subject) {
        return subject.getKind() + " " + subject.getName();
    }

    private void awaitGone(String tenant, String role) {
        ground.kubernetes()
                .resources(RoleBinding.class)
                .inNamespace(provider.full(tenant))
                .withName(role)
                .waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
    }

    static boolean isReady(Tenant tenant) {
        return Condition.isReady(tenant.getStatus());
    }
}
