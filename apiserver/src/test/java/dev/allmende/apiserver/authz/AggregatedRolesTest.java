package dev.allmende.apiserver.authz;

import static dev.allmende.apiserver.authz.Policies.json;
import static dev.allmende.apiserver.authz.Policies.role;
import static dev.allmende.apiserver.authz.Policies.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatedRolesTest {

    private static ObjectNode gathering(String selectors) {
        return json("{'metadata':{'name':'all'},'aggregationRule':{'clusterRoleSelectors':[%s]}}".formatted(selectors));
    }

    private static ObjectNode labelled(String name, String label, String value, String... rules) {
        var role = role("", name, rules);
        role.withObject("/metadata/labels").put(label, value);
        return role;
    }

    private final List<ObjectNode> roles = List.of(
            labelled("b", "team", "x", rule("get", "", "pods")),
            labelled("a", "team", "y", rule("list", "", "pods"), rule("get", "", "secrets")),
            role("", "c", rule("delete", "", "pods")));

    private List<List<String>> verbs(String selectors) {
        return AggregatedRoles.rules(gathering(selectors), roles).stream()
                .map(PolicyRule::verbs)
                .toList();
    }

    @Test
    void gathersByLabelInTheOrderOfNames() {
        assertThat(verbs("{'matchExpressions':[{'key':'team','operator':'Exists'}]}"))
                .containsExactly(List.of("list"), List.of("get"), List.of("get"));
        assertThat(verbs("{'matchLabels':{'team':'x'}}")).containsExactly(List.of("get"));
        assertThat(verbs("{'matchExpressions':[{'key':'team','operator':'In','values':['y','z']}]}"))
                .hasSize(2);
        assertThat(verbs("{'matchExpressions':[{'key':'team','operator':'NotIn','values':['y']}]}"))
                .containsExactly(List.of("get"), List.of("delete"));
        assertThat(verbs("{'matchExpressions':[{'key':'team','operator':'DoesNotExist'}]}"))
                .containsExactly(List.of("delete"));
        assertThat(verbs("{}")).hasSize(4);
    }

    @Test
    void takesARuleOnce() {
        assertThat(verbs("{'matchLabels':{'team':'x'}},{'matchLabels':{'team':'x'}}"))
                .hasSize(1);
    }

    @Test
    void leavesAloneWhatIsAsItShouldBe() {
        var role = gathering("{'matchLabels':{'team':'x'}}");

        var updated = AggregatedRoles.updated(role, roles).orElseThrow();

        assertThat(updated.get("rules").get(0)).isEqualTo(json(rule("get", "", "pods")));
        assertThat(AggregatedRoles.updated(updated, roles)).isEmpty();
        assertThat(AggregatedRoles.updated(role("", "plain"), roles)).isEmpty();
    }
}
