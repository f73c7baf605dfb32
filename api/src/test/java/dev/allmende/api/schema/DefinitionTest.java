package dev.allmende.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.SecretReference;
import dev.allmende.api.network.Network;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.CloudStatus;
import dev.allmende.apiserver.junit.ApiServerExtension;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class DefinitionTest {

    @BeforeAll
    static void install(KubernetesClient kubernetes) {
        var definition = kubernetes
                .getKubernetesSerialization()
                .unmarshal(Definition.of(Cloud.class).toString(), CustomResourceDefinition.class);
        kubernetes.resource(definition).create();
        kubernetes
                .resource(definition)
                .waitUntilCondition(
                        now -> now != null
                                && now.getStatus() != null
                                && now.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Established")
                                                        && condition.getStatus().equals("True")),
                        60,
                        TimeUnit.SECONDS);
    }

    @Test
    void componentsAreFieldsAndThoseThatMayBeNullAreOptional() {
        JsonNode schema = Fields.of(CloudSpec.class);

        assertThat(schema.path("required")).map(JsonNode::asText).containsExactly("authURL", "credential");
        assertThat(schema.at("/properties/authURL/maxLength").asInt()).isEqualTo(512);
        assertThat(schema.at("/properties/authURL/x-kubernetes-validations/0/rule")
                        .asText())
                .isEqualTo("self == oldSelf");
        assertThat(schema.at("/properties/credential/properties/name/maxLength").asInt())
                .isEqualTo(253);
    }

    @Test
    void thingsOfATenantAreListedTogether() {
        assertThat(Definition.of(Network.class).at("/spec/names/categories"))
                .map(JsonNode::asText)
                .containsExactly("allmende");
        assertThat(Definition.of(Cloud.class).at("/spec/names/categories").isMissingNode())
                .isTrue();
    }

    @Test
    void listsWithKeysAreMaps() {
        JsonNode services = Fields.of(CloudStatus.class).at("/properties/services");

        assertThat(services.path("x-kubernetes-list-type").asText()).isEqualTo("map");
        assertThat(services.at("/x-kubernetes-list-map-keys/0").asText()).isEqualTo("type");
        assertThat(services.path("maxItems").asInt()).isEqualTo(128);
    }

    @Test
    void whatIsNoRecordIsRefusedByName() {
        assertThatThrownBy(() -> Fields.of(List.class)).hasMessageContaining("java.util.List is no record");
    }

    @Test
    void theServerTakesTheDefinitionAndKeepsEveryField(KubernetesClient kubernetes) {
        var made = kubernetes.resource(cloud("kept", "RegionOne")).create();

        assertThat(made.getSpec())
                .isEqualTo(new CloudSpec(
                        "https://keystone.example:5000/v3", "RegionOne", null, new SecretReference("login")));
    }

    @Test
    void whatCannotBeChangedIsRefusedWithTheFieldAndTheRemedy(KubernetesClient kubernetes) {
        kubernetes.resource(cloud("fixed", "RegionOne")).create();

        assertThatThrownBy(
                        () -> kubernetes.resource(cloud("fixed", "Elsewhere")).update())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("spec.region")
                .hasMessageContaining("cannot be changed: delete the object and make it anew");
    }

    private static Cloud cloud(String name, @Nullable String region) {
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(name).build());
        cloud.setSpec(new CloudSpec("https://keystone.example:5000/v3", region, null, new SecretReference("login")));
        return cloud;
    }
}
