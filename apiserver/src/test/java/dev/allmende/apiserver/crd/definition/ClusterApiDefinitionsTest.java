package dev.allmende.apiserver.crd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.schema.ObjectRules;
import dev.allmende.apiserver.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClusterApiDefinitionsTest {

    @TestFactory
    Stream<DynamicTest> areValid() {
        return ClusterApiDefinitions.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var crd = ClusterApiDefinitions.read(file);

                    assertThat(CustomResourceDefinitions.validate(crd, null)).isEmpty();
                    assertThat(CustomResources.served(crd)).isNotEmpty();
                }));
    }

    @Test
    void objectsThatBreakTheSchemaAreRefusedWithTheFieldNamed() {
        var rules = rules("capo-v0.14.7/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml", "v1beta1");
        var template = object("""
                {"apiVersion": "infrastructure.cluster.x-k8s.io/v1beta1", "kind": "OpenStackMachineTemplate",
                 "metadata": {"name": "m"},
                 "spec": {"template": {"spec": {"flavor": 3, "image": {"filter": {"name": "ubuntu"}},
                   "ports": [{"allowedAddressPairs": [{}]}], "unknown": true}}}}""");

        assertThat(rules.prune(template)).containsExactly("spec.template.spec.unknown");
        assertThat(messages(rules, template, null))
                .contains(
                        "spec.template.spec.flavor: Invalid value: \"integer\": spec.template.spec.flavor in body must be of"
                                + " type string: \"integer\"");
    }

    static ObjectRules rules(String file, String version) {
        return CustomResources.served(ClusterApiDefinitions.named(file)).stream()
                .filter(kind -> kind.groupVersion().version().equals(version))
                .map(kind -> ObjectRules.of(kind.schema()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " does not serve " + version));
    }

    static ObjectNode object(String json) {
        return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> messages(ObjectRules rules, ObjectNode object, @Nullable ObjectNode old) {
        rules.fillDefaults(object);
        return rules.validate(object, old).stream().map(FieldError::message).toList();
    }
}
