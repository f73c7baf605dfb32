package dev.allmende.apiserver.crd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.PrinterColumn;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import dev.allmende.apiserver.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomResourcesTest {

    private final ObjectNode crd = Json.readObject("""
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
             "metadata": {"name": "widgets.example.com"},
             "spec": {"group": "example.com", "scope": "Namespaced",
               "names": {"plural": "widgets", "kind": "Widget", "shortNames": ["wd"], "categories": ["all"]},
               "versions": [
                 {"name": "v1", "served": true, "storage": true,
                  "schema": {"openAPIV3Schema": {"type": "object", "properties": {"spec": {"type": "object",
                    "properties": {"color": {"type": "string"}, "replicas": {"type": "integer"}}}}}},
                  "subresources": {"status": {}, "scale": {"specReplicasPath": ".spec.replicas",
                    "statusReplicasPath": ".status.replicas"}},
                  "selectableFields": [{"jsonPath": ".spec.color"}],
                  "additionalPrinterColumns": [
                    {"name": "Color", "type": "string", "jsonPath": ".spec.color"},
                    {"name": "Replicas", "type": "integer", "jsonPath": ".spec.replicas", "priority": 1},
                    {"name": "Ready", "type": "string", "jsonPath": ".status.conditions[?(@.type==\\"Ready\\")].status"},
                    {"name": "Ports", "type": "string", "jsonPath": ".spec.ports"},
                    {"name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"}]},
                 {"name": "v2", "served": true, "storage": false, "schema": {"openAPIV3Schema": {"type": "object"}}},
                 {"name": "v0", "served": false, "storage": false, "schema": {"openAPIV3Schema": {"type": "object"}}}]}}""".getBytes(StandardCharsets.UTF_8));

    @Test
    void defaultsNamesConversionAndStoredVersions() {
        CustomResourceDefinitions.fillDefaults(crd);
        CustomResourceDefinitions.rememberStorageVersion(crd);
        CustomResourceDefinitions.rememberStorageVersion(crd);

        assertThat(crd.at("/spec/names/singular").asText()).isEqualTo("widget");
        assertThat(crd.at("/spec/names/listKind").asText()).isEqualTo("WidgetList");
        assertThat(crd.at("/spec/conversion/strategy").asText()).isEqualTo("None");
        assertThat(Json.text(crd.at("/status/storedVersions"))).isEqualTo("[\"v1\"]");
        assertThat(CustomResourceDefinitions.validate(crd, null)).isEmpty();
    }

    @Test
    void servesAKindForEachServedVersion() {
        CustomResourceDefinitions.fillDefaults(crd);

        var kinds = CustomResources.served(crd);

        assertThat(kinds).extracting(ServedKind::apiVersion).containsExactly("example.com/v1", "example.com/v2");
        var first = kinds.getFirst();
        assertThat(first.listKind()).isEqualTo("WidgetList");
        assertThat(first.namespaced()).isTrue();
        assertThat(first.statusSubresource()).isTrue();
        assertThat(first.scale())
                .hasValueSatisfying(
                        scale -> assertThat(scale.labelSelectorPath()).isEmpty());
        assertThat(first.selectable()).containsExactly("spec.color");
        assertThat(first.schema().properties()).containsKeys("apiVersion", "kind", "metadata", "spec");
        assertThat(kinds.getLast().statusSubresource()).isFalse();
        assertThat(kinds.getLast().schema().type()).isEqualTo(Schema.Type.OBJECT);
    }

    @Test
    void columnsShowValuesOfTheirType() {
        var columns = CustomResources.served(crd).getFirst().columns();
        var object = Json.parse("""
                {"metadata": {"creationTimestamp": "2025-01-02T03:04:05Z"},
                 "spec": {"color": "red", "replicas": 3, "ports": [1, "a"]},
                 "status": {"conditions": [{"type": "Ready", "status": "True"}]}}""");

        assertThat(columns).extracting(PrinterColumn::priority).containsExactly(0, 1, 0, 0, 0);
        assertThat(columns.stream().map(column -> column.cell().apply(object).asText()))
                .containsExactly("red", "3", "True", "[1,\"a\"]", "2025-01-02T03:04:05Z");
        assertThat(columns.stream().map(column -> column.cell().apply(Json.object())))
                .containsOnly(MissingNode.getInstance());
        assertThat(columns.get(1).cell().apply(Json.parse("{\"spec\": {\"replicas\": \"3\"}}")))
                .isEqualTo(MissingNode.getInstance());
    }

    @Test
    void refusesConversionWebhooksWithTheRemedy() {
        CustomResourceDefinitions.fillDefaults(crd);
        CustomResourceDefinitions.rememberStorageVersion(crd);
        crd.withObject("spec").withObject("conversion").put("strategy", "Webhook");

        assertThat(CustomResourceDefinitions.validate(crd, null))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .startsWith("spec.conversion.strategy: Invalid value: \"Webhook\"")
                        .contains("use None"));
    }

    @Test
    void malformedDefinitionsAreRefusedWithoutFault() {
        for (var spec : List.of(
                "1",
                "[]",
                "{}",
                "null",
                "{\"versions\": 1}",
                "{\"versions\": [1, null, {\"schema\": []}]}",
                "{\"names\": [], \"versions\": {\"a\": {\"schema\": {\"openAPIV3Schema\": 1}}}, \"conversion\": 1}")) {
            var odd = Json.object();
            odd.set("spec", Json.parse(spec));
            CustomResourceDefinitions.fillDefaults(odd);
            CustomResourceDefinitions.rememberStorageVersion(odd);

            assertThat(CustomResourceDefinitions.validate(odd, null))
                    .extracting(FieldError::path)
                    .contains("spec.group");
        }
    }
}
