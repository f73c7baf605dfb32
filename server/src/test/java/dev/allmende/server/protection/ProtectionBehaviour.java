package dev.allmende.server.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.network.Network;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Maintenance;
import dev.allmende.kit.Connection;
import dev.allmende.kit.Definitions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is protected, whichever API it is in. No controllers run here: the API itself refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtectionBehaviour {

    private static final String REFUSAL = "protected: set spec.deletionPolicy to Delete or Retain first";

    private static final String OWN_NAME = "everybody writes their own name there";
    private static final String LATER = "{'end':'2026-12-01T05:00'}";

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final String namespace = "p" + UUID.randomUUID().toString().substring(0, 8);

    private KubernetesClient client;

    /** Before all tests. */
    abstract KubernetesClient start() throws Exception;

    /** After all tests. */
    abstract void end() throws Exception;

    /** Of an administrator. */
    abstract String kubeconfig() throws IOException;

    final KubernetesClient client() {
        return client;
    }

    @BeforeAll
    void prepare() throws Exception {
        client = start();
        install(Network.class);
        install(Maintenance.class);
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    void clear() throws Exception {
        var left = client().resources(Network.class).inNamespace(namespace);
        left.list()
                .getItems()
                .forEach(network -> left.withName(network.getMetadata().getName())
                        .patch(MERGE, "{\"spec\":{\"deletionPolicy\":\"Delete\"}}"));
        client().namespaces().withName(namespace).delete();
        end();
        client().close();
    }

    final void install(Class<? extends CustomResource<?, ?>> kind) {
        Definitions.install(client(), List.of(Definition.of(kind)));
    }

    @Test
    void whatIsSaidToBeProtectedIsNotDeletedUntilThatChanges() {
        create("precious", Map.of("deletionPolicy", "Protect"));

        assertThatThrownBy(() -> delete("precious")).hasMessageContaining(REFUSAL);
        assertThat(client().resources(Network.class)
                        .inNamespace(namespace)
                        .withName("precious")
                        .get()
                        .getMetadata()
                        .getDeletionTimestamp())
                .isNull();

        client().resources(Network.class)
                .inNamespace(namespace)
                .withName("precious")
                .patch(MERGE, "{\"spec\":{\"deletionPolicy\":\"Delete\"}}");
        assertThat(delete("precious")).isNotEmpty();
    }

    @Test
    void aCollectionWithAProtectedObjectIsNotDeletedWhole() {
        create("kept", Map.of("deletionPolicy", "Protect"));

        assertThatThrownBy(() ->
                        client().resources(Network.class).inNamespace(namespace).delete())
                .hasMessageContaining(REFUSAL);
    }

    @Test
    void whatIsNotProtectedGoesAtOnce() {
        create("plain", Map.of());

        assertThat(delete("plain")).isNotEmpty();
    }

    @Test
    void nobodyAsksOrApprovesInTheNameOfAnother() throws IOException {
        mayAll("anna", "bert");
        try (var anna = Connection.as("anna", kubeconfig());
                var bert = Connection.as("bert", kubeconfig())) {
            assertThatThrownBy(() -> plan(anna, Map.of("requestedBy", "bert"))).hasMessageContaining(OWN_NAME);
            assertThatThrownBy(() -> plan(anna, Map.of())).hasMessageContaining("approved anew");
            plan(anna, Map.of("requestedBy", "anna"));

            assertThatThrownBy(() -> patch(anna, "{'approvedBy':'bert'}")).hasMessageContaining(OWN_NAME);
            assertThatThrownBy(() -> patch(anna, "{'approvedBy':'anna'}")).hasMessageContaining("may not approve it");
            assertThatThrownBy(() -> patch(anna, "{'approval':'NotNeeded'}")).hasMessageContaining("it stays so");
            patch(bert, "{'approvedBy':'bert'}");

            assertThatThrownBy(() -> patch(anna, LATER)).hasMessageContaining("approved anew");
            assertThatThrownBy(() -> patch(bert, LATER)).hasMessageContaining("approved anew");
            patch(anna, "{'displayName':'New switches','changes':[{'of':'2026-12-01T02:00','reason':'Switches'}]}");
            patch(anna, "{'end':'2026-12-01T05:00','approvedBy':null}");
            patch(bert, "{'approvedBy':'bert'}");
        }
    }

    private void mayAll(String... users) {
        var role = new RoleBindingBuilder()
                .withNewMetadata()
                .withName("planners")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin");
        for (var user : users) {
            role.addNewSubject("rbac.authorization.k8s.io", "User", user, null);
        }
        client().resource(role.build()).create();
    }

    private void plan(KubernetesClient as, Map<String, Object> names) {
        Map<String, Object> spec = new HashMap<>(names);
        spec.putAll(Map.of("start", "2026-12-01T02:00", "end", "2026-12-01T04:00", "approval", "Required"));
        create(as, "status.allmende.dev/v1alpha1", "Maintenance", "switches", spec);
    }

    private void patch(KubernetesClient as, String spec) {
        as.resources(Maintenance.class)
                .inNamespace(namespace)
                .withName("switches")
                .patch(MERGE, "{\"spec\":" + spec.replace('\'', '"') + "}");
    }

    private void create(String name, Map<String, Object> spec) {
        create(client(), "network.allmende.dev/v1alpha1", "Network", name, spec);
    }

    private void create(KubernetesClient as, String apiVersion, String kind, String name, Map<String, Object> spec) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        object.setAdditionalProperty("spec", spec);
        as.resource(object).create();
    }

    private List<StatusDetails> delete(String name) {
        return client().resources(Network.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }
}
