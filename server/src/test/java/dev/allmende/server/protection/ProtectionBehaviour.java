package dev.allmende.server.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.network.Network;
import dev.allmende.api.schema.Definition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is protected, whichever API it is in. No controllers run here: the API itself refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProtectionBehaviour {

    private static final String REFUSAL = "protected: set spec.deletionPolicy to Delete or Retain first";

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final String namespace = "p" + UUID.randomUUID().toString().substring(0, 8);

    private KubernetesClient client;

    /** Before all tests. */
    abstract KubernetesClient start() throws Exception;

    /** After all tests. */
    abstract void end() throws Exception;

    final KubernetesClient client() {
        return client;
    }

    @BeforeAll
    void prepare() throws Exception {
        client = start();
        install(Network.class);
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
        var definition = client().getKubernetesSerialization()
                .unmarshal(Definition.of(kind).toString(), CustomResourceDefinition.class);
        var installed = client().resource(definition);
        installed.createOr(same -> installed.get());
        installed.waitUntilCondition(
                now -> now != null
                        && now.getStatus() != null
                        && now.getStatus().getConditions().stream()
                                .anyMatch(each -> each.getType().equals("Established")
                                        && each.getStatus().equals("True")),
                60,
                TimeUnit.SECONDS);
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

    private void create(String name, Map<String, Object> spec) {
        var object = new GenericKubernetesResource();
        object.setApiVersion("network.allmende.dev/v1alpha1");
        object.setKind("Network");
        object.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        object.setAdditionalProperty("spec", spec);
        client().resource(object).create();
    }

    private List<StatusDetails> delete(String name) {
        return client().resources(Network.class)
                .inNamespace(namespace)
                .withName(name)
                .delete();
    }
}
