package dev.allmende.cli.whoami;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"apiGroups": ["network.allmende.dev"], "resources": ["*"], "verbs": ["get", "list", "watch"]} | VIEWER
            {"apiGroups": [""], "resources": ["configmaps", "events"], "verbs": ["list"]} | VIEWER
            {"apiGroups": ["compute.allmende.dev"], "resources": ["servers"], "verbs": ["create"]} | EDITOR
            {"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]} | ADMIN
            {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles", "rolebindings"], "verbs": ["create"]} | ADMIN
            {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["rolebindings"], "verbs": ["list"]} | NONE
            {"apiGroups": ["authorization.k8s.io"], "resources": ["selfsubjectaccessreviews"], "verbs": ["create"]} | NONE
            {"apiGroups": ["network.allmende.dev"], "resources": ["networks"], "resourceNames": ["a"], "verbs": ["*"]} | NONE
            {"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]} | NONE
            """)
    void aRuleMakesARole(String rule, String role) {
        var status = Json.tree(("{\"resourceRules\": [" + rule + "]}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(Role.of(status).map(Role::name).orElse("NONE")).isEqualTo(role);
    }
}
